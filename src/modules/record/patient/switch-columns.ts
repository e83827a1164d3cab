import type {
  PatientRecordAccess,
  PracticeRecordAccess
} from '../../../policy/record-access-switches.ts'
import type { LocalDate } from '../../../vocabulary/partial-date.ts'

/** Columns that a practice's and a patient's configuration both have. */
export interface SwitchColumns {
  summaryEnabled: boolean
  summaryChangedOn: LocalDate | null
  detailedCodedEnabled: boolean
  detailedCodedChangedOn: LocalDate | null
  documentEnabled: boolean
  documentChangedOn: LocalDate | null
  fullRecordEnabled: boolean
  fullRecordStart: LocalDate | null
  fullRecordChangedOn: LocalDate | null
}

export interface PatientSwitchColumns extends SwitchColumns {
  prospectiveEnabled: boolean
  prospectiveStart: LocalDate | null
  prospectiveChangedOn: LocalDate | null
}

/** The columns of a configuration row as the policy's switches. */
export const toPracticeAccess = (row: SwitchColumns): PracticeRecordAccess => ({
  SUMMARY: {
    enabled: row.summaryEnabled,
    startDate: null,
    changedOn: row.summaryChangedOn
  },
  DETAILED_CODED: {
    enabled: row.detailedCodedEnabled,
    startDate: null,
    changedOn: row.detailedCodedChangedOn
  },
  DOCUMENT: {
    enabled: row.documentEnabled,
    startDate: null,
    changedOn: row.documentChangedOn
  },
  FULL_RECORD: {
    enabled: row.fullRecordEnabled,
    startDate: row.fullRecordStart,
    changedOn: row.fullRecordChangedOn
  }
})

export const toPatientAccess = (
  row: PatientSwitchColumns
): PatientRecordAccess => ({
  ...toPracticeAccess(row),
  PROSPECTIVE: {
    enabled: row.prospectiveEnabled,
    startDate: row.prospectiveStart,
    changedOn: row.prospectiveChangedOn
  }
})

export const fromPracticeAccess = (
  access: PracticeRecordAccess
): SwitchColumns => ({
  summaryEnabled: access.SUMMARY.enabled,
  summaryChangedOn: access.SUMMARY.changedOn,
  detailedCodedEnabled: access.DETAILED_CODED.enabled,
  detailedCodedChangedOn: access.DETAILED_CODED.changedOn,
  documentEnabled: access.DOCUMENT.enabled,
  documentChangedOn: access.DOCUMENT.changedOn,
  fullRecordEnabled: access.FULL_RECORD.enabled,
  fullRecordStart: access.FULL_RECORD.startDate,
  fullRecordChangedOn: access.FULL_RECORD.changedOn
})

export const fromPatientAccess = (
  access: PatientRecordAccess
): PatientSwitchColumns => ({
  ...fromPracticeAccess(access),
  prospectiveEnabled: access.PROSPECTIVE.enabled,
  prospectiveStart: access.PROSPECTIVE.startDate,
  prospectiveChangedOn: access.PROSPECTIVE.changedOn
})
