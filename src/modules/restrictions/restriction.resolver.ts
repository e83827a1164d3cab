import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../graphql/types/context.ts'
import { denialError } from '../../graphql/types/denial.ts'
import { NhsNumberScalar } from '../../graphql/types/scalars.ts'
import type { NhsNumber } from '../../vocabulary/nhs-number.ts'
import type { PatientKey } from '../record/area.ts'
import { Patient } from '../record/patient/patient.view.ts'
import { patientKeyOf } from '../record/record.service.ts'
import { listRestricted } from './restricted-entries.service.ts'
import type { RestrictionRequest } from './restriction-checks.service.ts'
import { liftRestriction, restrictEntries } from './restriction.service.ts'
import {
  RecordEntriesInput,
  RestrictedEntry,
  RestrictionPayload,
  toRestrictedEntry
} from './restriction.view.ts'

const getPatientKey = async (
  nhsNumber: NhsNumber,
  { records }: GraphContext
): Promise<PatientKey> => {
  const found = await records.findPatient(nhsNumber)
  if (!found.ok) throw denialError(found.error)
  return patientKeyOf(found.value)
}

/** An id is the same in whatever letters. */
const toRequest = ({
  ids,
  reason
}: RecordEntriesInput): RestrictionRequest => ({
  ids: ids.map((id) => id.toLowerCase()),
  reason
})

const answer = (
  outcome: Awaited<ReturnType<typeof restrictEntries>>
): RestrictionPayload =>
  outcome.ok
    ? {
        entries: outcome.value.entries.map(toRestrictedEntry),
        alsoChanged: outcome.value.alsoChanged.map(toRestrictedEntry),
        linked: outcome.value.linked.map(toRestrictedEntry),
        userErrors: []
      }
    : { entries: null, alsoChanged: [], linked: [], userErrors: outcome.error }

@Resolver(() => Patient)
export class RestrictionResolver {
  @Mutation(() => RestrictionPayload, {
    nullable: true,
    description:
      'Restricts entries from view (E00174): no citizen is shown them, nor ' +
      'what belongs to them, from the next answer on.'
  })
  async restrictRecordEntries(
    @Arg('nhsNumber', () => NhsNumberScalar, { description: 'Whose record.' })
    nhsNumber: NhsNumber,
    @Arg('input', () => RecordEntriesInput, { description: 'Which, and why.' })
    input: RecordEntriesInput,
    @Ctx() context: GraphContext
  ): Promise<RestrictionPayload> {
    const patient = await getPatientKey(nhsNumber, context)
    const request = toRequest(input)
    return answer(
      await restrictEntries(context.em, { patient, request, context })
    )
  }

  @Mutation(() => RestrictionPayload, {
    nullable: true,
    description:
      'Lifts such a restriction (E00174): what it alone hid is shown again, ' +
      'as far as level, dates and filing allow.'
  })
  async liftRecordEntryRestriction(
    @Arg('nhsNumber', () => NhsNumberScalar, { description: 'Whose record.' })
    nhsNumber: NhsNumber,
    @Arg('input', () => RecordEntriesInput, { description: 'Which, and why.' })
    input: RecordEntriesInput,
    @Ctx() context: GraphContext
  ): Promise<RestrictionPayload> {
    const patient = await getPatientKey(nhsNumber, context)
    const request = toRequest(input)
    return answer(
      await liftRestriction(context.em, { patient, request, context })
    )
  }

  @FieldResolver(() => [RestrictedEntry], {
    nullable: true,
    description:
      'For staff: every entry that a restriction hides, its own or another’s, ' +
      'newest first.',
    complexity: ({ childComplexity }) => 50 + childComplexity
  })
  async restrictedEntries(
    @Root() { file }: Patient,
    @Ctx() { em }: GraphContext
  ): Promise<RestrictedEntry[]> {
    const entries = await listRestricted(em, patientKeyOf(file))
    return entries.map(toRestrictedEntry)
  }
}
