import type { Bundle } from 'fhir/r3.js'
import type { DenialReason } from '../../policy/decision.ts'
import type { RecordPermissions } from '../../policy/effective-permissions.ts'
import { canViewDemographics } from '../../policy/export-access.ts'
import { canAskAsCitizen } from '../../policy/patient-facing.ts'
import { canViewArea } from '../../policy/record-access.ts'
import type { Viewer } from '../../policy/viewer.ts'
import { err, ok, type Result } from '../../vocabulary/result.ts'
import type { RequestAudit } from '../audit/request-audit.service.ts'
import { seenPart } from '../record/seen.ts'
import { EXPORTED_AREAS } from './area-mappers.ts'
import { denialError } from './denial-outcomes.ts'
import { fhirError, type FhirError } from './operation-outcome.ts'
import type { ParameterProblem } from './parameter-problem.ts'
import { readParameters, type ReadParameters } from './parameters.ts'
import { areaParameters, checkParameters } from './request-parameters.ts'
import { exportedAreas } from './structured-record-request.ts'
import { toStructuredRecord } from './structured-record.ts'
import type {
  OpenedRecord,
  StructuredRecordService
} from './structured-record-source.ts'

const parse = (body: unknown): unknown => {
  if (typeof body !== 'string') return undefined
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const problemError = ([first, ...further]: readonly ParameterProblem[]) =>
  fhirError(first ?? { kind: 'INVALID_RESOURCE' }, ...further)

/**
 * Ruling R19: one include above the level refuses the whole request, and at
 * no level at all not even demographics are given.
 */
const levelError = (
  read: ReadParameters,
  permissions: RecordPermissions
): FhirError | null => {
  const [first, ...further] = areaParameters(read)
    .filter(({ area }) => !canViewArea(permissions, area).allowed)
    .map(({ name, expression }) => ({
      kind: 'ACCESS_DENIED' as const,
      diagnostics: name,
      expression
    }))
  if (first) return fhirError(first, ...further)
  return canViewDemographics(permissions).allowed
    ? null
    : fhirError({ kind: 'ACCESS_DENIED', diagnostics: 'patientNHSNumber' })
}

/** One call whose token and headers are good. */
export interface StructuredRecordCall {
  readonly viewer: Viewer
  /** Text. */
  readonly body: unknown
  /** Becomes the Bundle's id. */
  readonly requestId: string
  readonly audit: Pick<RequestAudit, 'saw' | 'refused'>
}

/** Ruling R33: a refusal is audited with its reason, which no caller sees. */
const refusedBecause =
  ({ audit }: StructuredRecordCall, nhsNumber: string) =>
  (denial: DenialReason): void =>
    audit.refused({
      operation: '$gpc.getstructuredrecord',
      isChange: false,
      field: '$gpc.getstructuredrecord',
      denial,
      nhsNumber,
      odsCode: null
    })

const openRecord = async (
  service: StructuredRecordService,
  call: StructuredRecordCall,
  read: ReadParameters
): Promise<Result<OpenedRecord, FhirError>> => {
  const { nhsNumber } = read
  const refuse = refusedBecause(call, nhsNumber)
  const covered = canAskAsCitizen(call.viewer, nhsNumber)
  const opened = covered.allowed
    ? await service.open(call.viewer, nhsNumber)
    : err(covered.reason)
  if (!opened.ok) {
    refuse(opened.error)
    return err(denialError(opened.error))
  }
  const tooLow = levelError(read, opened.value.permissions)
  if (!tooLow) return opened
  refuse('LEVEL_TOO_LOW')
  return err(tooLow)
}

/**
 * `$gpc.getstructuredrecord` in the order of Ruling R24: NHS number (400; 422
 * when there is none to read), covered by the token (403), found (404), master
 * switch and level (403), the rest (422). What it notes in the audit has to be
 * settled before the answer leaves.
 */
export const answerStructuredRecord = async (
  service: StructuredRecordService,
  call: StructuredRecordCall
): Promise<Result<Bundle, FhirError>> => {
  const read = readParameters(parse(call.body))
  if (!read.ok) return err(problemError(read.error))
  const opened = await openRecord(service, call, read.value)
  if (!opened.ok) return opened
  const record = opened.value
  const request = checkParameters(read.value, {
    today: record.today,
    held: EXPORTED_AREAS
  })
  if (!request.ok) return err(problemError(request.error))
  const source = await service.read(record, request.value)
  const { file, permissions } = record
  const areas = ['DEMOGRAPHICS', ...exportedAreas(request.value)] as const
  for (const area of areas) call.audit.saw(seenPart(file, permissions, area))
  return ok(toStructuredRecord(source, request.value, call.requestId))
}
