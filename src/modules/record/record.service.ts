import DataLoader from 'dataloader'
import type { Database } from '../../database/sql.ts'
import type { DenialReason } from '../../policy/decision.ts'
import {
  grantedPermissions,
  WHOLE_RECORD,
  type RecordPermissions
} from '../../policy/effective-permissions.ts'
import {
  canAskForPatient,
  canFindPatient,
  canUseOnlineServices
} from '../../policy/online-access.ts'
import type { Viewer } from '../../policy/viewer.ts'
import type { NhsNumber } from '../../vocabulary/nhs-number.ts'
import type { LocalDate } from '../../vocabulary/partial-date.ts'
import { err, ok, type Result } from '../../vocabulary/result.ts'
import type { PatientKey } from './area.ts'
import { AREAS, type HeldArea, type LoaderOf } from './areas.ts'
import {
  createContentFinder,
  type FindContent
} from './documents/document-content.loader.ts'
import {
  createLinkingProblemsFinder,
  type FindLinkingProblems
} from './edges/linking-problems.loader.ts'
import { createEntryLoader } from './entry.loader.ts'
import {
  loadPatientFiles,
  type PatientLookup
} from './patient/patient-file.loader.ts'
import type { PatientFile } from './patient/patient.row.ts'

type FoundPatient = Promise<Result<PatientFile, DenialReason>>

/** Reads records for one viewer during one request. */
export interface RecordReader {
  readonly viewer: Viewer
  readonly today: LocalDate
  /**
   * Ruling R24's first steps: the token covers the number, the patient is
   * found. Nothing is looked up for a number the token does not cover.
   */
  findPatient(nhsNumber: NhsNumber): FoundPatient
  /** Ruling R24's next: the master switch and, under 16, competence. */
  openPatient(nhsNumber: NhsNumber): FoundPatient
  /** Entries of each area, batched over patients, in the area's order. */
  readonly entries: {
    readonly [Name in HeldArea]: LoaderOf<Name>
  }
  readonly findDocumentContent: FindContent
  readonly findLinkingProblems: FindLinkingProblems
}

export const patientKeyOf = ({ patient }: PatientFile): PatientKey => ({
  practiceId: patient.practiceId,
  patientId: patient.id
})

/** What the patient may see of their own record, whoever asks. */
export const permissionsOfPatient = (
  file: PatientFile,
  today: LocalDate
): RecordPermissions =>
  grantedPermissions({
    practice: file.practiceAccess,
    patient: file.patientAccess,
    today
  })

/** What this viewer may see of a record (Rulings R1, R23). */
export const recordPermissionsFor = (
  viewer: Viewer,
  file: PatientFile,
  today: LocalDate
): RecordPermissions =>
  viewer.kind === 'practice-staff'
    ? WHOLE_RECORD
    : permissionsOfPatient(file, today)

const createPatientFinder = (
  db: Database,
  viewer: Viewer
): RecordReader['findPatient'] => {
  const patients = new DataLoader(
    (lookups: readonly PatientLookup[]) => loadPatientFiles(db, lookups),
    { cacheKeyFn: ({ nhsNumber, odsCode }) => `${nhsNumber}/${odsCode}` }
  )
  return async (nhsNumber) => {
    const covered = canAskForPatient(viewer, nhsNumber)
    if (!covered.allowed) return err(covered.reason)
    const odsCode = viewer.kind === 'practice-staff' ? viewer.odsCode : null
    const file = await patients.load({ nhsNumber, odsCode })
    if (!file) return err('PATIENT_UNKNOWN')
    const found = canFindPatient(viewer, file.standing)
    return found.allowed ? ok(file) : err(found.reason)
  }
}

/** One per request: nothing it has read outlives the request. */
export const createRecordReader = (options: {
  db: Database
  viewer: Viewer
  today: LocalDate
}): RecordReader => {
  const { db, viewer, today } = options
  const findPatient = createPatientFinder(db, viewer)
  return {
    viewer,
    today,
    findPatient,
    openPatient: async (nhsNumber) => {
      const found = await findPatient(nhsNumber)
      if (!found.ok || viewer.kind === 'practice-staff') return found
      const open = canUseOnlineServices(found.value.standing, today)
      return open.allowed ? found : err(open.reason)
    },
    entries: {
      ALLERGIES: createEntryLoader(AREAS.ALLERGIES, db),
      MEDICATIONS: createEntryLoader(AREAS.MEDICATIONS, db),
      IMMUNISATIONS: createEntryLoader(AREAS.IMMUNISATIONS, db),
      PROBLEMS: createEntryLoader(AREAS.PROBLEMS, db),
      INVESTIGATIONS: createEntryLoader(AREAS.INVESTIGATIONS, db),
      REFERRALS: createEntryLoader(AREAS.REFERRALS, db),
      UNCATEGORISED_DATA: createEntryLoader(AREAS.UNCATEGORISED_DATA, db),
      DOCUMENTS: createEntryLoader(AREAS.DOCUMENTS, db)
    },
    findDocumentContent: createContentFinder(db),
    findLinkingProblems: createLinkingProblemsFinder(db)
  }
}
