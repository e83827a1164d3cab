import {
  Args,
  Ctx,
  FieldResolver,
  Resolver,
  Root,
  type ClassType
} from 'type-graphql'
import {
  createConnectionType,
  toConnection,
  type Connection
} from '../../graphql/types/connection.ts'
import type { GraphContext } from '../../graphql/types/context.ts'
import type { EntryFacts } from '../../policy/record-access.ts'
import { AreaArgs } from './area-args.ts'
import type { Area } from './area.ts'
import { toCursor } from './cursor.ts'
import type { EntryLoader } from './entry.loader.ts'
import { GpRecord } from './gp-record.view.ts'
import { pageStart } from './page-start.ts'
import { patientKeyOf, type RecordReader } from './record.service.ts'
import { seenPart } from './seen.ts'

/** Name of the graph's field, e.g. `allergies`. */
export type AreaField =
  | 'allergies'
  | 'medications'
  | 'immunisations'
  | 'problems'
  | 'consultations'
  | 'investigations'
  | 'referrals'
  | 'uncategorisedData'
  | 'documents'

interface AreaFieldOptions<
  Entry,
  View extends object,
  Candidate extends EntryFacts,
  Filter,
  OwnArgs extends AreaArgs
> {
  readonly field: AreaField
  readonly description: string
  readonly area: Area<Entry, View, Candidate, Filter>
  readonly entries: (
    records: RecordReader
  ) => EntryLoader<Entry, Candidate, Filter>
  readonly view: ClassType<View>
  /** The area's own arguments, and the conditions they stand for. */
  readonly args: ClassType<OwnArgs>
  readonly toFilter: (args: OwnArgs) => Filter | null
}

/** A page of the area's entries, with the people they name. */
const loadPage = async <
  Entry,
  View extends object,
  Candidate extends EntryFacts,
  Filter,
  OwnArgs extends AreaArgs
>(
  options: AreaFieldOptions<Entry, View, Candidate, Filter, OwnArgs>,
  { file, permissions }: GpRecord,
  asked: { args: OwnArgs; records: RecordReader }
): Promise<Connection<View>> => {
  const { area, entries, toFilter } = options
  const { args, records } = asked
  const patient = patientKeyOf(file)
  const loaded = await entries(records).load(patient, {
    permissions,
    ids: null,
    filter: toFilter(args),
    from: args.from ?? null,
    to: args.to ?? null,
    page: { first: args.first, after: pageStart(args) },
    withHidden: false,
    withPractitioners: true
  })
  const { practitioners } = loaded
  const context = { practitioners, scope: { patient, permissions } }
  const edges = loaded.entries.map((entry) => ({
    cursor: toCursor(area.position(entry)),
    node: area.toView(entry, context)
  }))
  return toConnection(edges, loaded.hasMore, loaded.end && toCursor(loaded.end))
}

/**
 * The field of one clinical area. The method's name is computed: with one
 * fixed name, TypeGraphQL served every area by the first area's method.
 */
export const createAreaResolver = <
  Entry,
  View extends object,
  Candidate extends EntryFacts,
  Filter,
  OwnArgs extends AreaArgs
>(
  options: AreaFieldOptions<Entry, View, Candidate, Filter, OwnArgs>
): ClassType<object> => {
  const { area, field, view } = options
  const AreaConnection = createConnectionType(view, view.name)

  @Resolver(() => GpRecord)
  class AreaResolver {
    @FieldResolver(() => AreaConnection, {
      nullable: true,
      description: options.description,
      complexity: ({ args, childComplexity }) =>
        1 + Number(args.first) * childComplexity
    })
    async [field](
      @Root() record: GpRecord,
      @Args(() => options.args) args: OwnArgs,
      @Ctx() { records, audit }: GraphContext
    ): Promise<Connection<View>> {
      const page = await loadPage(options, record, { args, records })
      audit.saw(seenPart(record.file, record.permissions, area.area))
      return page
    }
  }

  return AreaResolver
}
