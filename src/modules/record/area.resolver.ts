import { GraphQLError } from 'graphql'
import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Resolver,
  Root,
  type ClassType
} from 'type-graphql'
import {
  createConnectionType,
  PageArgs,
  toConnection,
  type Connection
} from '../../graphql/types/connection.ts'
import type { GraphContext } from '../../graphql/types/context.ts'
import { LocalDateScalar } from '../../graphql/types/scalars.ts'
import type { Area, EntryPosition } from './area.ts'
import { parseCursor, toCursor } from './cursor.ts'
import type { EntryLoader } from './entry.loader.ts'
import { GpRecord } from './gp-record.view.ts'
import { patientKeyOf, type RecordReader } from './record.service.ts'
import { seenPart } from './seen.ts'

@ArgsType()
export class AreaArgs extends PageArgs {
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'First clinical day wanted; entries without a date stay.'
  })
  from?: string | null

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Last clinical day wanted; entries without a date stay.'
  })
  to?: string | null
}

const badArgument = (argument: string, problem: string): GraphQLError =>
  new GraphQLError(`Argument ${argument} ${problem}`, {
    extensions: { code: 'BAD_USER_INPUT', field: [argument] }
  })

const startOf = ({ after }: PageArgs): EntryPosition | null => {
  if (!after) return null
  const position = parseCursor(after)
  if (!position.ok) throw badArgument('after', 'is not a cursor of this list')
  return position.value
}

/** Name of the graph's field, e.g. `allergies`. */
export type AreaField = 'allergies' | 'medications'

interface AreaFieldOptions<Entry, View extends object> {
  readonly field: AreaField
  readonly description: string
  readonly area: Area<Entry, View>
  readonly entries: (records: RecordReader) => EntryLoader<Entry>
  readonly view: ClassType<View>
}

/** A page of the area's entries, with the people they name. */
const loadPage = async <Entry, View extends object>(
  { area, entries }: AreaFieldOptions<Entry, View>,
  { file, permissions }: GpRecord,
  asked: { args: AreaArgs; records: RecordReader }
): Promise<Connection<View>> => {
  const { args, records } = asked
  const loaded = await entries(records).load(patientKeyOf(file), {
    permissions,
    from: args.from ?? null,
    to: args.to ?? null,
    page: { first: args.first, after: startOf(args) },
    withHidden: false,
    withPractitioners: true
  })
  const edges = loaded.entries.map((entry) => ({
    cursor: toCursor(area.position(entry)),
    node: area.toView(entry, loaded.practitioners)
  }))
  return toConnection(edges, loaded.hasMore)
}

/**
 * The field of one clinical area. The method's name is computed: with one
 * fixed name, TypeGraphQL served every area by the first area's method.
 */
export const createAreaResolver = <Entry, View extends object>(
  options: AreaFieldOptions<Entry, View>
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
      @Args(() => AreaArgs) args: AreaArgs,
      @Ctx() { records, audit }: GraphContext
    ): Promise<Connection<View>> {
      const page = await loadPage(options, record, { args, records })
      audit.saw(seenPart(record.file, record.permissions, area.area))
      return page
    }
  }

  return AreaResolver
}
