import {
  Ctx,
  FieldResolver,
  Resolver,
  Root,
  type ClassType
} from 'type-graphql'
import type { GraphContext } from '../../../graphql/types/context.ts'
import { Allergy } from '../allergies/allergy.view.ts'
import { Document } from '../documents/document.view.ts'
import { Immunisation } from '../immunisations/immunisation.view.ts'
import { InvestigationReport } from '../investigations/investigation.view.ts'
import { MedicationCourse } from '../medications/medication.view.ts'
import { Problem } from '../problems/problem.view.ts'
import { RecordEntry } from '../record-entry.view.ts'
import { Referral } from '../referrals/referral.view.ts'
import { UncategorisedEntry } from '../uncategorised-data/uncategorised.view.ts'
import { findEntries } from './find-entries.ts'

const isProblem = (entry: RecordEntry): entry is Problem =>
  entry.kind === 'PROBLEM'

/** The problems an entry belongs to, as far as the caller may see them. */
const findProblems = async (
  entry: RecordEntry,
  { records, audit }: GraphContext
): Promise<Problem[]> => {
  const { patient } = entry.scope
  const ids = await records.findLinkingProblems({
    practiceId: patient.practiceId,
    entryId: entry.id
  })
  const targets = ids.map((id) => ({ kind: 'PROBLEM' as const, id }))
  const found = await findEntries(records, entry, targets)
  noteSeen(found, entry, audit)
  return found.filter(isProblem)
}

/** Ruling R33: an edge shows a part of another area. */
const noteSeen = (
  found: readonly RecordEntry[],
  { scope: { patient, permissions } }: RecordEntry,
  audit: GraphContext['audit']
): void => {
  const as = permissions.kind === 'WHOLE_RECORD' ? 'STAFF' : 'PATIENT'
  for (const { area } of found) audit.saw({ ...patient, as, area })
}

/** The edge from entries of one type to their problems. */
const createProblemsEdge = <View extends RecordEntry>(
  view: ClassType<View>
): ClassType<object> => {
  const field = 'linkedProblems'

  @Resolver(() => view)
  class ProblemsEdgeResolver {
    @FieldResolver(() => [Problem], {
      nullable: true,
      description: 'The problems it belongs to, as far as they may be seen.',
      complexity: ({ childComplexity }) => 2 + 2 * childComplexity
    })
    [field](
      @Root() entry: View,
      @Ctx() context: GraphContext
    ): Promise<Problem[]> {
      return findProblems(entry, context)
    }
  }

  return ProblemsEdgeResolver
}

export const AllergyProblems = createProblemsEdge(Allergy)
export const MedicationCourseProblems = createProblemsEdge(MedicationCourse)
export const ImmunisationProblems = createProblemsEdge(Immunisation)
export const ReferralProblems = createProblemsEdge(Referral)
export const DocumentProblems = createProblemsEdge(Document)
export const InvestigationProblems = createProblemsEdge(InvestigationReport)
export const UncategorisedProblems = createProblemsEdge(UncategorisedEntry)

@Resolver(() => Problem)
export class LinkedEntriesResolver {
  @FieldResolver(() => [RecordEntry], {
    nullable: true,
    description:
      'Entries that belong to the problem, as far as they may be seen.',
    complexity: ({ childComplexity }) => 10 + 10 * childComplexity
  })
  async linkedEntries(
    @Root() problem: Problem,
    @Ctx() { records, audit }: GraphContext
  ): Promise<RecordEntry[]> {
    const targets = problem.links
      .filter(({ relation }) => relation === 'RELATED' || relation === 'ACTUAL')
      .map(({ entryKind: kind, entryId: id }) => ({ kind, id }))
    const unique = [...new Map(targets.map((one) => [one.id, one])).values()]
    const found = await findEntries(records, problem, unique)
    noteSeen(found, problem, audit)
    return found
  }
}
