import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Ctx,
  FieldResolver,
  Info,
  Query,
  Resolver,
  Root
} from 'type-graphql'
import type { GraphContext } from '../../../graphql/types/context.ts'
import { denialError, explainedDenial } from '../../../graphql/types/denial.ts'
import { NhsNumberScalar } from '../../../graphql/types/scalars.ts'
import { wouldBeAnswered } from '../../../policy/online-access.ts'
import type { NhsNumber } from '../../../vocabulary/nhs-number.ts'
import { GpRecord, toGpRecord } from '../gp-record.view.ts'
import {
  permissionsOfPatient,
  recordPermissionsFor
} from '../record.service.ts'
import { noteDemographics } from '../seen.ts'
import { Patient, toPatientView } from './patient.view.ts'

@Resolver(() => Patient)
export class PatientResolver {
  @Query(() => Patient, {
    nullable: true,
    description:
      'A patient: for staff of the practice and for the patient. All others, ' +
      'and all who may not be found, get the same NOT_FOUND.'
  })
  async patient(
    @Arg('nhsNumber', () => NhsNumberScalar, {
      description: 'Whose record.'
    })
    nhsNumber: NhsNumber,
    @Ctx() context: GraphContext,
    @Info() info: GraphQLResolveInfo
  ): Promise<Patient> {
    const { records, viewer, today } = context
    const found = await records.openPatient(nhsNumber)
    if (!found.ok) throw denialError(found.error)
    const permissions = recordPermissionsFor(viewer, found.value, today)
    const view = toPatientView(found.value, permissions)
    noteDemographics(context, info, { view, permissions })
    return view
  }

  @FieldResolver(() => GpRecord, {
    nullable: true,
    description:
      'The record as the caller may see it: a patient what practice and ' +
      'patient settings allow, staff everything, with markers.'
  })
  record(
    @Root() { file }: Patient,
    @Ctx() { viewer, today }: GraphContext
  ): GpRecord {
    return toGpRecord(file, recordPermissionsFor(viewer, file, today))
  }

  @FieldResolver(() => GpRecord, {
    nullable: true,
    description:
      'For staff: the record exactly as the given citizen would see it; ' +
      'FORBIDDEN with the reason when they would be refused.'
  })
  recordAsSeenBy(
    @Root() { file }: Patient,
    @Arg('nhsNumber', () => NhsNumberScalar, {
      nullable: true,
      description: 'Who looks; the patient unless given.'
    })
    nhsNumber: NhsNumber | null,
    @Ctx() { today }: GraphContext
  ): GpRecord {
    const { nhsNumber: own } = file.standing
    if (nhsNumber && nhsNumber !== own) throw denialError('PATIENT_UNKNOWN')
    const asked = wouldBeAnswered(file.standing, today)
    if (!asked.allowed) throw explainedDenial(asked.reason)
    return toGpRecord(file, permissionsOfPatient(file, today))
  }
}
