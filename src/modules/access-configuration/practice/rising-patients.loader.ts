import type { Database } from '../../../database/sql.ts'
import {
  countRising,
  NOTHING_RISES,
  type Rising
} from '../../../policy/configuration-change.ts'
import {
  grantedPermissions,
  practiceGrant,
  type RecordPermissions
} from '../../../policy/effective-permissions.ts'
import { canAnyRise } from '../../../policy/permission-changes.ts'
import type { PracticeRecordAccess } from '../../../policy/record-access-switches.ts'
import type { LocalDate } from '../../../vocabulary/partial-date.ts'
import { loadEntryDates } from '../../record/entry-dates.loader.ts'
import {
  loadPatientSides,
  type PatientSide
} from './patient-configurations.loader.ts'
import type { PracticeFile } from './practice-file.loader.ts'

/** Patients whose entries are looked at together. */
const BATCH = 200

/** What one patient may see on both sides of a change; null: nothing. */
export interface PermissionChange {
  readonly patientId: string
  readonly before: RecordPermissions | null
  readonly after: RecordPermissions
}

/**
 * Ruling R5: how many patients and entries rise. Only records of patients for
 * whom any entry could rise are looked at.
 */
export const countRisingPatients = async (
  db: Database,
  practiceId: string,
  changes: readonly PermissionChange[]
): Promise<Rising> => {
  const rows = changes.filter(({ before, after }) => canAnyRise(before, after))
  let rising = NOTHING_RISES
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH)
    const dates = await loadEntryDates(
      db,
      batch.map(({ patientId }) => ({ practiceId, patientId }))
    )
    for (const change of batch) {
      const own = dates.get(change.patientId) ?? []
      const entries = countRising(change.before, change.after, own)
      if (entries === 0) continue
      rising = {
        patients: rising.patients + 1,
        entries: rising.entries + entries
      }
    }
  }
  return rising
}

const ceilingOf = (
  access: PracticeRecordAccess,
  today: LocalDate
): RecordPermissions => ({
  kind: 'GRANTED',
  grants: [practiceGrant(access, today)]
})

const changeOf = (
  { patientId, access: patient }: PatientSide,
  { access }: PracticeFile,
  { after, today }: { after: PracticeRecordAccess; today: LocalDate }
): PermissionChange => ({
  patientId,
  before: grantedPermissions({ practice: access, patient, today }),
  after: grantedPermissions({ practice: after, patient, today })
})

/**
 * Ruling R5 for a change of the practice's switches. Where its ceiling rises
 * for no entry at all, no patient is looked at.
 */
export const countRisingAtPractice = async (
  db: Database,
  practice: PracticeFile,
  change: { after: PracticeRecordAccess; today: LocalDate }
): Promise<Rising> => {
  const { after, today } = change
  const { access } = practice
  if (!canAnyRise(ceilingOf(access, today), ceilingOf(after, today))) {
    return NOTHING_RISES
  }
  const sides = await loadPatientSides(db, practice)
  return countRisingPatients(
    db,
    practice.id,
    sides.map((side) => changeOf(side, practice, change))
  )
}
