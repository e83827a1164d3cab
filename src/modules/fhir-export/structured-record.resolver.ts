import type { Bundle } from 'fhir/r3.js'
import { GraphQLError } from 'graphql'
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../graphql/types/context.ts'
import { denialError } from '../../graphql/types/denial.ts'
import { FhirBundleScalar } from '../../graphql/types/scalars.ts'
import { areaPolicy } from '../../policy/clinical-area-table.ts'
import type { RecordPermissions } from '../../policy/effective-permissions.ts'
import { canViewDemographics } from '../../policy/export-access.ts'
import { canViewArea } from '../../policy/record-access.ts'
import { Patient } from '../record/patient/patient.view.ts'
import { recordPermissionsFor } from '../record/record.service.ts'
import { seenPart } from '../record/seen.ts'
import {
  StructuredRecordArgs,
  toStructuredRecordRequest
} from './structured-record.args.ts'
import {
  exportedAreas,
  type StructuredRecordRequest
} from './structured-record-request.ts'
import { toStructuredRecord } from './structured-record.ts'

/** Ruling R19: one include above the level refuses the whole export. */
const refuseAreas = (
  permissions: RecordPermissions,
  request: StructuredRecordRequest
): void => {
  const person = canViewDemographics(permissions)
  if (!person.allowed) throw denialError(person.reason, 'SUMMARY')
  for (const area of exportedAreas(request)) {
    const decision = canViewArea(permissions, area)
    if (!decision.allowed) {
      throw denialError(decision.reason, areaPolicy(area).requiredLevel)
    }
  }
}

const refuseFuture = (request: StructuredRecordRequest, today: string) => {
  const from = request.medications?.searchFrom
  if (!from || from <= today) return
  throw new GraphQLError('medicationSearchFromDate is in the future', {
    extensions: {
      code: 'BAD_USER_INPUT',
      field: ['includeMedication', 'medicationSearchFromDate']
    }
  })
}

/** Ruling R18: the only place of the graph where a citizen sees warnings. */
@Resolver(() => Patient)
export class StructuredRecordResolver {
  @FieldResolver(() => FhirBundleScalar, {
    nullable: true,
    complexity: 1_000,
    description:
      'The GP Connect structured record: the same Bundle as the REST ' +
      'interface gives the patient. For staff it holds the whole record, ' +
      'with the label NOPAT on what is kept from the patient.'
  })
  async fhirStructuredRecord(
    @Root() patient: Patient,
    @Args(() => StructuredRecordArgs) args: StructuredRecordArgs,
    @Ctx() context: GraphContext
  ): Promise<Bundle> {
    const { viewer, today, requestId, exports, audit } = context
    const { file } = patient
    const request = toStructuredRecordRequest(args)
    const permissions = recordPermissionsFor(viewer, file, today)
    refuseAreas(permissions, request)
    refuseFuture(request, today)
    const source = await exports.read({ file, permissions, today }, request)
    for (const area of ['DEMOGRAPHICS', ...exportedAreas(request)] as const) {
      audit.saw(seenPart(file, permissions, area))
    }
    return toStructuredRecord(source, request, requestId)
  }
}
