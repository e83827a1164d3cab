import type { DenialReason } from '../../policy/decision.ts'
import type { RecordPermissions } from '../../policy/effective-permissions.ts'
import type { Visible } from '../../policy/record-access.ts'
import type { Viewer } from '../../policy/viewer.ts'
import type { NhsNumber } from '../../vocabulary/nhs-number.ts'
import type { LocalDate } from '../../vocabulary/partial-date.ts'
import type { Result } from '../../vocabulary/result.ts'
import type { AllergyCandidate } from '../record/allergies/allergy.candidate.ts'
import type { AllergyRow } from '../record/allergies/allergy.row.ts'
import type { LoadedEntries } from '../record/area.ts'
import type { MedicationCandidate } from '../record/medications/medication.candidate.ts'
import type { MedicationEntry } from '../record/medications/medication.entry.ts'
import type { PatientFile, PatientRow } from '../record/patient/patient.row.ts'
import type {
  LocationRow,
  OrganizationRow,
  PractitionerRoleRow,
  PractitionerRow
} from '../record/people/people.row.ts'
import type { StructuredRecordRequest } from './structured-record-request.ts'

/**
 * All that a structured record is made of. Practitioners are at least those
 * the patient and the entries name; roles are all roles of theirs, and
 * organisations and locations those that roles and patient name. An area that
 * is null was not asked for.
 */
export interface StructuredRecordSource {
  readonly patient: PatientRow
  readonly practice: OrganizationRow
  readonly practitioners: readonly PractitionerRow[]
  readonly roles: readonly PractitionerRoleRow[]
  readonly organizations: readonly OrganizationRow[]
  readonly locations: readonly LocationRow[]
  readonly allergies: LoadedEntries<
    Visible<AllergyRow>,
    AllergyCandidate
  > | null
  readonly medications: LoadedEntries<
    MedicationEntry,
    MedicationCandidate
  > | null
  readonly permissions: RecordPermissions
  readonly signalHiddenItems: boolean
}

/** A record whose patient may be seen, and what may be seen of it. */
export interface OpenedRecord {
  readonly file: PatientFile
  readonly permissions: RecordPermissions
  readonly today: LocalDate
}

/** Reads for the FHIR routes; throws only what is a failure of the server. */
export interface StructuredRecordService {
  /**
   * Finds the patient, then judges the master switch and the patient's age
   * (Ruling R24). The token is known to cover the number.
   */
  open(
    viewer: Viewer,
    nhsNumber: NhsNumber
  ): Promise<Result<OpenedRecord, DenialReason>>
  /** Whole areas, with candidates for list warnings (Ruling R18). */
  read(
    record: OpenedRecord,
    request: StructuredRecordRequest
  ): Promise<StructuredRecordSource>
}
