import type { Bundle, Resource } from 'fhir/r3.js'
import type { EntryMark } from '../../../src/policy/closure.ts'
import {
  grantedPermissions,
  WHOLE_RECORD,
  type RecordPermissions
} from '../../../src/policy/effective-permissions.ts'
import { visible } from '../../../src/policy/record-access.ts'
import {
  PATIENT_ACCESS_OFF,
  PRACTICE_ACCESS_OFF,
  type SwitchState
} from '../../../src/policy/record-access-switches.ts'
import { toAllergyCandidate } from '../../../src/modules/record/allergies/allergy.candidate.ts'
import {
  ALLERGY_KIND,
  type AllergyRow
} from '../../../src/modules/record/allergies/allergy.row.ts'
import { toMedicationCandidate } from '../../../src/modules/record/medications/medication.candidate.ts'
import {
  MEDICATION_COURSE_KIND,
  MEDICATION_ISSUE_KIND,
  type MedicationCourseRow,
  type MedicationIssueRow
} from '../../../src/modules/record/medications/medication.row.ts'
import { toStructuredRecord } from '../../../src/modules/fhir-export/structured-record.ts'
import type { StructuredRecordRequest } from '../../../src/modules/fhir-export/structured-record-request.ts'
import type { StructuredRecordSource } from '../../../src/modules/fhir-export/structured-record-source.ts'
import { peopleAndPlaces } from './people.ts'

export const BUNDLE_ID = '6f1f1a2c-8a53-4b61-9a2a-0f35a4f1b5d7'

const ON: SwitchState = {
  enabled: true,
  startDate: null,
  changedOn: '2020-01-01'
}

const SWITCHES = {
  none: {},
  summary: { SUMMARY: ON },
  detailed: { SUMMARY: ON, DETAILED_CODED: ON },
  documents: { SUMMARY: ON, DETAILED_CODED: ON, DOCUMENT: ON },
  full: { FULL_RECORD: ON }
}

export type Level = keyof typeof SWITCHES

export const LEVELS: readonly Level[] = [
  'summary',
  'detailed',
  'documents',
  'full'
]

/** What a patient whom both sides grant this level may see. */
export const permissionsAt = (level: Level): RecordPermissions =>
  grantedPermissions({
    practice: { ...PRACTICE_ACCESS_OFF, ...SWITCHES[level] },
    patient: { ...PATIENT_ACCESS_OFF, ...SWITCHES[level] },
    today: '2024-01-01'
  })

export const STAFF = WHOLE_RECORD

/** An entry with a mark of its own. */
export const marked = <Row extends { readonly id: string }>(
  row: Row,
  mark: EntryMark
): Row => ({
  ...row,
  hiddenBy: [{ mark, originId: row.id, inherited: false }]
})

export interface Course {
  readonly course: MedicationCourseRow
  readonly issues?: readonly MedicationIssueRow[]
}

export interface Content {
  readonly permissions?: RecordPermissions
  readonly allergies?: readonly AllergyRow[]
  readonly medications?: readonly Course[]
}

/** A source as the service would read it, through the policy. */
export const sourceOf = (
  { permissions = permissionsAt('full'), allergies, medications }: Content,
  changes: Partial<StructuredRecordSource> = {}
): StructuredRecordSource => {
  const courses = (medications ?? []).map(({ course, issues = [] }) => ({
    ...course,
    issueFacts: issues.map((issue) => MEDICATION_ISSUE_KIND.facts(issue))
  }))
  const issues = (medications ?? []).flatMap((one) => one.issues ?? [])
  return {
    ...peopleAndPlaces(),
    permissions,
    signalHiddenItems: true,
    allergies: allergies
      ? {
          entries: visible(permissions, allergies, ALLERGY_KIND),
          candidates: allergies.map(toAllergyCandidate),
          hasMore: false,
          end: null
        }
      : null,
    medications: medications
      ? {
          entries: visible(permissions, courses, MEDICATION_COURSE_KIND).map(
            (course) => ({
              course,
              issues: visible(
                permissions,
                issues.filter(({ courseId }) => courseId === course.id),
                MEDICATION_ISSUE_KIND
              )
            })
          ),
          candidates: courses.map(toMedicationCandidate),
          hasMore: false,
          end: null
        }
      : null,
    ...changes
  }
}

/** Everything of both areas. */
export const EVERYTHING: StructuredRecordRequest = {
  allergies: { includeResolved: true },
  medications: { includeIssues: true, searchFrom: null, prescriptionTypes: [] },
  unrecognised: [],
  disabled: []
}

export const bundleOf = (
  source: StructuredRecordSource,
  request: Partial<StructuredRecordRequest> = {}
): Bundle =>
  toStructuredRecord(source, { ...EVERYTHING, ...request }, BUNDLE_ID)

export const resourcesOf = (bundle: Bundle): Resource[] =>
  (bundle.entry ?? []).flatMap(({ resource }) => resource ?? [])
