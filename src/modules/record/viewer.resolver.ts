import type { GraphQLResolveInfo } from 'graphql'
import { Ctx, FieldResolver, Info, Query, Resolver } from 'type-graphql'
import type { GraphContext } from '../../graphql/types/context.ts'
import { denialError } from '../../graphql/types/denial.ts'
import type { Viewer } from '../../policy/viewer.ts'
import { ViewerView, type ViewerKind } from '../identity/viewer.view.ts'
import { Patient, toPatientView } from './patient/patient.view.ts'
import { permissionsOfPatient } from './record.service.ts'
import { noteDemographics } from './seen.ts'

const KINDS = {
  anonymous: 'ANONYMOUS',
  patient: 'PATIENT',
  'practice-staff': 'PRACTICE_STAFF'
} as const satisfies Record<Viewer['kind'], ViewerKind>

@Resolver(() => ViewerView)
export class ViewerResolver {
  @Query(() => ViewerView, {
    description: 'Who is asking, with the patients a citizen may act for.'
  })
  viewer(@Ctx() { viewer }: GraphContext): ViewerView {
    return {
      kind: KINDS[viewer.kind],
      staff:
        viewer.kind === 'practice-staff'
          ? {
              odsCode: viewer.odsCode,
              roleProfileId: viewer.roleProfileId,
              roles: viewer.roles,
              permissions: [...viewer.permissions]
            }
          : null
    }
  }

  @FieldResolver(() => [Patient], {
    nullable: true,
    description:
      'The patients whose records this citizen may use now: their own. ' +
      'Empty for staff; an error, as for patient, for who may use none.'
  })
  async patients(
    @Ctx() context: GraphContext,
    @Info() info: GraphQLResolveInfo
  ): Promise<Patient[]> {
    const { records, viewer, today } = context
    if (viewer.kind !== 'patient') return []
    const own = await records.openPatient(viewer.nhsNumber)
    if (!own.ok) throw denialError(own.error)
    const permissions = permissionsOfPatient(own.value, today)
    const view = toPatientView(own.value, permissions)
    noteDemographics(context, info, { view, permissions })
    return [view]
  }
}
