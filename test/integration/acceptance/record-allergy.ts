import {
  databaseOf,
  inTransaction,
  rowsOf,
  sql
} from '../../../src/database/sql.ts'
import { createRecordWriter } from '../../../src/modules/record/record-writer.service.ts'
import type { Person } from '../../support/access.ts'
import { TEST_NOW, type TestApp } from '../../support/app.ts'
import { allergyContent } from '../../support/builders/entry-content.ts'
import { concept } from '../../support/builders/record.ts'
import { NHS_NUMBERS } from '../../support/people.ts'

interface Patient {
  readonly practiceId: string
  readonly patientId: string
  readonly gpId: string
}

const LATEX = concept('1003755004', 'Allergy to latex')

/** An active allergy to latex, as the practice's staff would enter it. */
export const recordAllergy = (
  { orm, ids }: TestApp,
  entered: { person: Person; onset: string; assertedDate: string; note: string }
): Promise<void> =>
  inTransaction(orm.em, async (em) => {
    const { person, ...content } = entered
    const [patient] = await rowsOf(
      databaseOf(em),
      sql<Patient>`
        select practice_id as "practiceId", id as "patientId",
          usual_gp_id as "gpId"
        from patient where nhs_number = ${NHS_NUMBERS[person]}`
    )
    if (!patient) throw new Error('No such patient')
    const writer = createRecordWriter({ em, clock: () => TEST_NOW, ids })
    const { gpId, ...key } = patient
    await writer.writeAllergy(key, {
      ...allergyContent(gpId),
      ...content,
      identifiers: [{ system: 'https://elm-tree.example/Id', value: ids() }],
      code: LATEX,
      clinicalStatus: 'active',
      endDate: null,
      endReason: null,
      lastOccurrence: null
    })
  })
