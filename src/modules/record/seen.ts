import type { GraphQLResolveInfo } from 'graphql'
import type { GraphContext } from '../../graphql/types/context.ts'
import { selectedFields } from '../../graphql/types/selection.ts'
import type { RecordPermissions } from '../../policy/effective-permissions.ts'
import type { SeenPart } from '../audit/request-audit.service.ts'
import type { EntryScope } from './area.ts'
import type { Patient } from './patient/patient.view.ts'
import type { PatientFile } from './patient/patient.row.ts'

/** What of a patient says more than that there is one of this number. */
const DEMOGRAPHIC_FIELDS = [
  'name',
  'birthDate',
  'gender',
  'branchSurgery',
  'registration'
] as const satisfies readonly (keyof Patient)[]

/** A part of a record as the audit has it (Ruling R33). */
export const seenPart = (
  { patient: { id: patientId, practiceId } }: PatientFile,
  permissions: RecordPermissions,
  area: SeenPart['area']
): SeenPart => ({
  practiceId,
  patientId,
  as: permissions.kind === 'WHOLE_RECORD' ? 'STAFF' : 'PATIENT',
  area
})

/** The same of an entry, by whose scope it was found. */
export const seenInScope = (
  { patient, permissions }: EntryScope,
  area: SeenPart['area']
): SeenPart => ({
  ...patient,
  as: permissions.kind === 'WHOLE_RECORD' ? 'STAFF' : 'PATIENT',
  area
})

/** Notes for the audit that demographics go out, if any were asked for. */
export const noteDemographics = (
  { audit }: GraphContext,
  info: GraphQLResolveInfo,
  shown: { view: Patient; permissions: RecordPermissions }
): void => {
  const { view, permissions } = shown
  const asked = selectedFields(info)
  const isSeen = DEMOGRAPHIC_FIELDS.some(
    (field) => asked.has(field) && view[field] !== null
  )
  if (isSeen) audit.saw(seenPart(view.file, permissions, 'DEMOGRAPHICS'))
}
