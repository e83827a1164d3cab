import type { Database } from '../../../database/sql.ts'
import { rowsOf, sql } from '../../../database/sql.ts'
import { countRising } from '../../../policy/configuration-change.ts'
import {
  grantedPermissions,
  highestPossibleLevel
} from '../../../policy/effective-permissions.ts'
import type { PracticeRecordAccess } from '../../../policy/record-access-switches.ts'
import { isAtLeast } from '../../../vocabulary/access-level.ts'
import type { LocalDate } from '../../../vocabulary/partial-date.ts'
import { loadEntryDates } from '../../record/entry-dates.loader.ts'
import {
  toPatientAccess,
  type PatientSwitchColumns
} from '../../record/patient/switch-columns.ts'
import { NOTHING_RISES, type Rising } from '../access-change.ts'

/** Patients whose entries are looked at together. */
const BATCH = 200

type AccessRow = PatientSwitchColumns & { readonly patientId: string }

/** Only a patient with one of these switches on can rise that far. */
const accessRows = (db: Database, practiceId: string) =>
  rowsOf(
    db,
    sql<AccessRow>`
      select b.patient_id as "patientId",
        b.summary_enabled as "summaryEnabled",
        b.summary_changed_on as "summaryChangedOn",
        b.detailed_coded_enabled as "detailedCodedEnabled",
        b.detailed_coded_changed_on as "detailedCodedChangedOn",
        b.document_enabled as "documentEnabled",
        b.document_changed_on as "documentChangedOn",
        b.full_record_enabled as "fullRecordEnabled",
        b.full_record_start as "fullRecordStart",
        b.full_record_changed_on as "fullRecordChangedOn",
        b.prospective_enabled as "prospectiveEnabled",
        b.prospective_start as "prospectiveStart",
        b.prospective_changed_on as "prospectiveChangedOn"
      from patient_record_access b
      join patient p on p.practice_id = b.practice_id and p.id = b.patient_id
      where b.practice_id = ${practiceId} and p.active and p.deceased is null
        and (b.document_enabled or b.full_record_enabled
          or b.prospective_enabled)
      order by b.patient_id`
  )

interface Sides {
  readonly before: PracticeRecordAccess
  readonly after: PracticeRecordAccess
  readonly today: LocalDate
}

const permissionsOf = (row: AccessRow, { before, after, today }: Sides) => {
  const patient = toPatientAccess(row)
  return {
    before: grantedPermissions({ practice: before, patient, today }),
    after: grantedPermissions({ practice: after, patient, today })
  }
}

/** Ruling R5 at the practice: how many patients and entries rise. */
export const countRisingPatients = async (
  db: Database,
  practiceId: string,
  sides: Sides
): Promise<Rising> => {
  const rows = (await accessRows(db, practiceId)).filter((row) =>
    isAtLeast(
      highestPossibleLevel(permissionsOf(row, sides).after),
      'DOCUMENTS'
    )
  )
  let rising = NOTHING_RISES
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH)
    const dates = await loadEntryDates(
      db,
      batch.map(({ patientId }) => ({ practiceId, patientId }))
    )
    for (const row of batch) {
      const { before, after } = permissionsOf(row, sides)
      const entries = countRising(before, after, dates.get(row.patientId) ?? [])
      if (entries === 0) continue
      rising = {
        patients: rising.patients + 1,
        entries: rising.entries + entries
      }
    }
  }
  return rising
}
