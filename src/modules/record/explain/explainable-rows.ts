import {
  explainAccess,
  type AccessExplanation
} from '../../../policy/access-explanation.ts'
import { WHOLE_RECORD } from '../../../policy/effective-permissions.ts'
import type { KeptBack } from '../../../policy/kept-back.ts'
import type { EntryKind } from '../../../policy/record-access.ts'
import type { ClinicalArea } from '../../../vocabulary/clinical-area.ts'
import { ALLERGY_KIND, type AllergyRow } from '../allergies/allergy.row.ts'
import type { EntryRequest, PatientKey } from '../area.ts'
import type { HeldArea } from '../areas.ts'
import { DOCUMENT_KIND, type DocumentRow } from '../documents/document.row.ts'
import { ENTRY_ROW_DISCLOSURE, type EntryRow } from '../entry-row.ts'
import {
  IMMUNISATION_KIND,
  type ImmunisationRow
} from '../immunisations/immunisation.row.ts'
import { testsOf } from '../investigations/investigation.entry.ts'
import {
  REPORT_KIND,
  REQUEST_KIND,
  SPECIMEN_KIND,
  type InvestigationReportRow,
  type InvestigationRequestRow,
  type SpecimenRow
} from '../investigations/investigation.row.ts'
import {
  MEDICATION_COURSE_KIND,
  MEDICATION_ISSUE_KIND,
  type MedicationCourseRow,
  type MedicationIssueRow
} from '../medications/medication.row.ts'
import {
  NOTE_KIND,
  OBSERVATION_KIND,
  type ObservationRow
} from '../observations/observation.row.ts'
import { PROBLEM_KIND, type ProblemRow } from '../problems/problem.row.ts'
import { REFERRAL_KIND, type ReferralRow } from '../referrals/referral.row.ts'
import type { RecordReader } from '../record.service.ts'

/** An entry as it is stored, ready to be looked at with a citizen's eyes. */
export interface ExplainableRow {
  readonly row: EntryRow
  explain(asked: Parameters<typeof explainAccess>[2]): AccessExplanation
}

/** What staff note about an entry is not a part of it that could be kept. */
const BOOKKEEPING = [...Object.keys(ENTRY_ROW_DISCLOSURE), 'issueFacts']

const isContent = ({ field }: KeptBack): boolean =>
  !BOOKKEEPING.some((own) => own === field || field.startsWith(`${own}.`))

const ofContent = (explanation: AccessExplanation): AccessExplanation => ({
  ...explanation,
  keptBack: explanation.keptBack.filter(isContent),
  steps: explanation.steps.map((step) =>
    step.kind === 'CONTENT'
      ? { ...step, keptBack: step.keptBack.filter(isContent) }
      : step
  )
})

const explainable = <Row extends EntryRow>(
  row: Row,
  kind: EntryKind<Row>
): ExplainableRow => ({
  row,
  explain: (asked) => ofContent(explainAccess(row, kind, asked))
})

type ReadRows = (
  entries: RecordReader['entries'],
  patient: PatientKey
) => Promise<ExplainableRow[]>

const EVERY_ENTRY: EntryRequest<never> = {
  permissions: WHOLE_RECORD,
  ids: null,
  filter: null,
  from: null,
  to: null,
  page: null,
  withHidden: false,
  withPractitioners: false
}

/**
 * Whole areas, by the loaders that citizens' entries come from: facts that
 * hang on other entries (Rulings R16, R22) are the same. Total over the areas
 * held, so that one cannot be added without its explanation.
 */
const READ_EXPLAINABLE: Readonly<Record<HeldArea, ReadRows>> = {
  ALLERGIES: async (areas, patient) => {
    const { entries } = await areas.ALLERGIES.load(patient, EVERY_ENTRY)
    return entries.map((row) => explainable<AllergyRow>(row, ALLERGY_KIND))
  },
  IMMUNISATIONS: async (areas, patient) => {
    const { entries } = await areas.IMMUNISATIONS.load(patient, EVERY_ENTRY)
    return entries.map(({ immunisation }) =>
      explainable<ImmunisationRow>(immunisation, IMMUNISATION_KIND)
    )
  },
  PROBLEMS: async (areas, patient) => {
    const { entries } = await areas.PROBLEMS.load(patient, EVERY_ENTRY)
    return entries.map(({ problem }) =>
      explainable<ProblemRow>(problem, PROBLEM_KIND)
    )
  },
  INVESTIGATIONS: async (areas, patient) => {
    const { entries } = await areas.INVESTIGATIONS.load(patient, EVERY_ENTRY)
    return entries.flatMap((entry) => [
      explainable<InvestigationReportRow>(entry.report, REPORT_KIND),
      ...entry.requests.map((row) =>
        explainable<InvestigationRequestRow>(row, REQUEST_KIND)
      ),
      ...entry.specimens.map((row) =>
        explainable<SpecimenRow>(row, SPECIMEN_KIND)
      ),
      ...testsOf(entry).map((row) =>
        explainable<ObservationRow>(row, OBSERVATION_KIND)
      ),
      ...entry.filingComments.map((row) =>
        explainable<ObservationRow>(row, NOTE_KIND)
      )
    ])
  },
  UNCATEGORISED_DATA: async (areas, patient) => {
    const loaded = await areas.UNCATEGORISED_DATA.load(patient, EVERY_ENTRY)
    return loaded.entries.map((row) =>
      explainable<ObservationRow>(row, OBSERVATION_KIND)
    )
  },
  REFERRALS: async (areas, patient) => {
    const { entries } = await areas.REFERRALS.load(patient, EVERY_ENTRY)
    return entries.map(({ referral }) =>
      explainable<ReferralRow>(referral, REFERRAL_KIND)
    )
  },
  MEDICATIONS: async (areas, patient) => {
    const { entries } = await areas.MEDICATIONS.load(patient, EVERY_ENTRY)
    return entries.flatMap(({ course, issues }) => [
      explainable<MedicationCourseRow>(course, MEDICATION_COURSE_KIND),
      ...issues.map((issue) =>
        explainable<MedicationIssueRow>(issue, MEDICATION_ISSUE_KIND)
      )
    ])
  },
  DOCUMENTS: async (areas, patient) => {
    const { entries } = await areas.DOCUMENTS.load(patient, EVERY_ENTRY)
    return entries.map(({ document }) =>
      explainable<DocumentRow>(document, DOCUMENT_KIND)
    )
  }
}

const isHeld = (area: ClinicalArea): area is HeldArea =>
  Object.hasOwn(READ_EXPLAINABLE, area)

/** How to read an area for explaining; undefined for one that is not held. */
export const findExplainableReader = (
  area: ClinicalArea
): ReadRows | undefined => (isHeld(area) ? READ_EXPLAINABLE[area] : undefined)
