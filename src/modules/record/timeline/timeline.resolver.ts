import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import {
  createConnectionType,
  toConnection,
  type Connection
} from '../../../graphql/types/connection.ts'
import type { GraphContext } from '../../../graphql/types/context.ts'
import { canViewArea } from '../../../policy/record-access.ts'
import { AreaArgs } from '../area-args.ts'
import { AREA_READERS } from '../area-reader.ts'
import { HELD_AREAS } from '../areas.ts'
import { toCursor } from '../cursor.ts'
import { GpRecord } from '../gp-record.view.ts'
import { pageStart } from '../page-start.ts'
import { RecordEntry } from '../record-entry.view.ts'
import { patientKeyOf } from '../record.service.ts'
import { seenPart } from '../seen.ts'
import { mergePages } from './merge-pages.ts'

const TimelineConnection = createConnectionType(RecordEntry, 'Timeline')

@Resolver(() => GpRecord)
export class TimelineResolver {
  @FieldResolver(() => TimelineConnection, {
    nullable: true,
    description:
      'Entries of all areas that the level shows, newest first; `withheld` ' +
      'says which areas it does not.',
    complexity: ({ args, childComplexity }) =>
      10 + Number(args.first) * childComplexity
  })
  async timeline(
    @Root() { file, permissions }: GpRecord,
    @Args(() => AreaArgs) { first, after, from = null, to = null }: AreaArgs,
    @Ctx() { records, audit }: GraphContext
  ): Promise<Connection<RecordEntry>> {
    const request = { first, after: pageStart({ after }), from, to }
    const scope = { patient: patientKeyOf(file), permissions }
    const areas = HELD_AREAS.filter(
      (area) => canViewArea(permissions, area).allowed
    )
    const pages = await Promise.all(
      areas.map((area) => AREA_READERS[area].page(records, scope, request))
    )
    for (const area of areas) audit.saw(seenPart(file, permissions, area))
    const { entries, hasMore, end } = mergePages(pages, first)
    const edges = entries.map(({ position, view }) => ({
      cursor: toCursor(position),
      node: view
    }))
    return toConnection(edges, hasMore, end && toCursor(end))
  }
}
