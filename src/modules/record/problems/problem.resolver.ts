import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql/types/context.ts'
import type { ProblemLink, ProblemRelation } from './problem.entry.ts'
import { Problem } from './problem.view.ts'
import { RelatedProblem, toRelatedProblem } from './related-problem.view.ts'

const isRelation = (
  link: ProblemLink
): link is ProblemLink & { readonly relation: ProblemRelation } =>
  link.relation !== 'RELATED' && link.relation !== 'ACTUAL'

@Resolver(() => Problem)
export class ProblemResolver {
  @FieldResolver(() => [RelatedProblem], {
    nullable: true,
    description:
      'The problems it is a part of, those that are parts of it, and its ' +
      'siblings, as far as the caller may see them.'
  })
  async relatedProblems(
    @Root() { links, scope }: Problem,
    @Ctx() { records }: GraphContext
  ): Promise<RelatedProblem[]> {
    const related = await Promise.all(
      links.filter(isRelation).map(async ({ relation, entryId }) => {
        // Ruling R19: an edge to what is hidden is just absent.
        const found = await records.entries.PROBLEMS.find(scope, entryId)
        return found ? [toRelatedProblem(relation, found.entry)] : []
      })
    )
    return related.flat()
  }
}
