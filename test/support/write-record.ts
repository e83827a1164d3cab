import {
  databaseOf,
  inTransaction,
  rowsOf,
  sql
} from '../../src/database/sql.ts'
import type { PatientKey } from '../../src/modules/record/area.ts'
import type { RecordWriter } from '../../src/modules/record/record-writer.ts'
import { createRecordWriter } from '../../src/modules/record/record-writer.service.ts'
import type { Person } from './access.ts'
import { TEST_NOW, type TestApp } from './app.ts'
import { NHS_NUMBERS } from './people.ts'

/** Whose record is written, and the person's usual GP. */
export interface WrittenPatient {
  readonly key: PatientKey
  readonly gpId: string
}

interface Found extends PatientKey {
  readonly gpId: string
}

/** Writes into the record of a person of the demo, in one transaction. */
export const writeRecord = <Written>(
  { orm, ids }: TestApp,
  person: Person,
  work: (writer: RecordWriter, patient: WrittenPatient) => Promise<Written>
): Promise<Written> =>
  inTransaction(orm.em, async (em) => {
    const [found] = await rowsOf(
      databaseOf(em),
      sql<Found>`
        select practice_id as "practiceId", id as "patientId",
          usual_gp_id as "gpId"
        from patient where nhs_number = ${NHS_NUMBERS[person]}`
    )
    if (!found) throw new Error('No such patient')
    const { gpId, ...key } = found
    const writer = createRecordWriter({ em, clock: () => TEST_NOW, ids })
    return work(writer, { key, gpId })
  })
