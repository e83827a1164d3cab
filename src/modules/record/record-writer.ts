import type { Result } from '../../vocabulary/result.ts'
import type { Address } from '../../vocabulary/demographics.ts'
import type {
  AllergyContent,
  DocumentContent,
  ImmunisationContent,
  InvestigationReportContent,
  MedicationCourseContent,
  ProblemContent,
  ReferralContent,
  UncategorisedContent
} from './entry-content.ts'
import type { PatientKey } from './area.ts'
import type { PatientRow } from './patient/patient.row.ts'
import type {
  LocationRow,
  OrganizationRow,
  PractitionerRoleRow,
  PractitionerRow
} from './people/people.row.ts'

/** What became of one thing that was written. */
export type WriteOutcome = 'CREATED' | 'UPDATED' | 'UNCHANGED'

export interface Written {
  readonly id: string
  readonly outcome: WriteOutcome
}

/** A course and its issues, in the order of the content. */
export interface WrittenCourse {
  readonly course: Written
  readonly issues: readonly Written[]
}

/** A report and its parts, each in the order of the content. */
export interface WrittenInvestigation {
  readonly report: Written
  readonly requests: readonly Written[]
  readonly specimens: readonly Written[]
  readonly groups: readonly Written[]
  readonly results: readonly Written[]
  readonly filingComments: readonly Written[]
}

type Content<Row> = Omit<Row, 'id' | 'version'>

export interface PracticeContent {
  readonly odsCode: string
  readonly name: string
  readonly address: Address | null
  readonly telephone: string | null
}

/** `sourceKey` finds the same person or place again: `system|value`. */
export type Sourced<Row> = Content<Row> & { readonly sourceKey: string }

export type PatientContent = Omit<PatientRow, 'id' | 'version' | 'practiceId'>

/**
 * Writes a record in the transaction it was made for: idempotent by business
 * identifier, never lifting a restriction, keeping every replaced content as
 * a version (Ruling R17), and giving each entry its two dates (Ruling R22).
 */
export interface RecordWriter {
  /** A practice that is new here is created with everything off. */
  writePractice(content: PracticeContent): Promise<Written>
  writeOrganization(
    practiceId: string,
    content: Sourced<Omit<OrganizationRow, 'isPractice'>>
  ): Promise<Written>
  writeLocation(
    practiceId: string,
    content: Sourced<LocationRow>
  ): Promise<Written>
  writePractitioner(
    practiceId: string,
    content: Sourced<PractitionerRow>
  ): Promise<Written>
  writePractitionerRole(
    practiceId: string,
    content: Sourced<PractitionerRoleRow>
  ): Promise<Written>
  /**
   * Also creates the patient's access row, `NEVER_ENABLED`, all off. A patient
   * who is active at another practice here is refused.
   */
  writePatient(
    practiceId: string,
    content: PatientContent
  ): Promise<Result<Written, 'REGISTERED_ELSEWHERE'>>
  writeAllergy(patient: PatientKey, content: AllergyContent): Promise<Written>
  /** Many at once, in their order; statements do not grow with their number. */
  writeAllergies(
    patient: PatientKey,
    contents: readonly AllergyContent[]
  ): Promise<readonly Written[]>
  writeUncategorisedEntry(
    patient: PatientKey,
    content: UncategorisedContent
  ): Promise<Written>
  writeUncategorisedData(
    patient: PatientKey,
    contents: readonly UncategorisedContent[]
  ): Promise<readonly Written[]>
  /**
   * The report with all its parts, which take its dates; parts missing from
   * the content are kept. What parts name has to be in the same report.
   */
  writeInvestigation(
    patient: PatientKey,
    content: InvestigationReportContent
  ): Promise<WrittenInvestigation>
  writeInvestigations(
    patient: PatientKey,
    contents: readonly InvestigationReportContent[]
  ): Promise<readonly WrittenInvestigation[]>
  /**
   * The course with its issues; issues missing from the content are kept. The
   * prior course may be written later.
   */
  writeMedicationCourse(
    patient: PatientKey,
    content: MedicationCourseContent
  ): Promise<WrittenCourse>
  writeMedicationCourses(
    patient: PatientKey,
    contents: readonly MedicationCourseContent[]
  ): Promise<readonly WrittenCourse[]>
  writeImmunisation(
    patient: PatientKey,
    content: ImmunisationContent
  ): Promise<Written>
  writeImmunisations(
    patient: PatientKey,
    contents: readonly ImmunisationContent[]
  ): Promise<readonly Written[]>
  writeReferral(patient: PatientKey, content: ReferralContent): Promise<Written>
  writeReferrals(
    patient: PatientKey,
    contents: readonly ReferralContent[]
  ): Promise<readonly Written[]>
  writeProblem(patient: PatientKey, content: ProblemContent): Promise<Written>
  /**
   * Links are made as soon as their other end is written, in this call or a
   * later one; those of changed content replace what was linked before.
   */
  writeProblems(
    patient: PatientKey,
    contents: readonly ProblemContent[]
  ): Promise<readonly Written[]>
  /**
   * The metadata, and the content in a place of its own. Of replaced content
   * only the metadata is kept as a version.
   */
  writeDocument(patient: PatientKey, content: DocumentContent): Promise<Written>
  writeDocuments(
    patient: PatientKey,
    contents: readonly DocumentContent[]
  ): Promise<readonly Written[]>
}
