import type { Bundle } from 'fhir/r3.js'
import type { RecordPermissions } from '../../policy/effective-permissions.ts'
import { canViewDemographics } from '../../policy/export-access.ts'
import { canAskAsCitizen } from '../../policy/patient-facing.ts'
import { canViewArea } from '../../policy/record-access.ts'
import type { Viewer } from '../../policy/viewer.ts'
import { err, ok, type Result } from '../../vocabulary/result.ts'
import { EXPORTED_AREAS } from './area-mappers.ts'
import { denialError } from './denial-outcomes.ts'
import { fhirError, type FhirError } from './operation-outcome.ts'
import type { ParameterProblem } from './parameter-problem.ts'
import { readParameters, type ReadParameters } from './parameters.ts'
import { areaParameters, checkParameters } from './request-parameters.ts'
import { toStructuredRecord } from './structured-record.ts'
import type { StructuredRecordService } from './structured-record-source.ts'

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

/**
 * `$gpc.getstructuredrecord` for a caller whose token and headers are good,
 * in the order of Ruling R24: NHS number (400; 422 when there is none to
 * read), covered by the token (403), found (404), master switch and level
 * (403), the rest (422). `body` is text; `requestId` becomes the Bundle's id.
 */
export const answerStructuredRecord = async (
  service: StructuredRecordService,
  call: { viewer: Viewer; body: unknown; requestId: string }
): Promise<Result<Bundle, FhirError>> => {
  const read = readParameters(parse(call.body))
  if (!read.ok) return err(problemError(read.error))
  const { nhsNumber } = read.value
  const covered = canAskAsCitizen(call.viewer, nhsNumber)
  if (!covered.allowed) return err(denialError(covered.reason))
  const opened = await service.open(call.viewer, nhsNumber)
  if (!opened.ok) return err(denialError(opened.error))
  const record = opened.value
  const tooLow = levelError(read.value, record.permissions)
  if (tooLow) return err(tooLow)
  const request = checkParameters(read.value, {
    today: record.today,
    held: EXPORTED_AREAS
  })
  if (!request.ok) return err(problemError(request.error))
  const source = await service.read(record, request.value)
  return ok(toStructuredRecord(source, request.value, call.requestId))
}
