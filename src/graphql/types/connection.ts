import { Max, Min } from 'class-validator'
import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql'

/** Largest page anyone may ask for. */
const MAX_PAGE_SIZE = 100
const DEFAULT_PAGE_SIZE = 20

@ObjectType({
  description: 'Where a page stands in its list (Relay, forwards only).',
  simpleResolvers: true
})
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more entries follow.' })
  readonly hasNextPage!: boolean

  @Field(() => Boolean, {
    description: 'Always false: lists are read forwards only.'
  })
  readonly hasPreviousPage!: boolean

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the first entry of the page.'
  })
  readonly startCursor!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Where the page ends; pass it as `after` for the next one.'
  })
  readonly endCursor!: string | null
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    defaultValue: DEFAULT_PAGE_SIZE,
    description: `How many entries to return, 1 to ${MAX_PAGE_SIZE}.`
  })
  @Min(1)
  @Max(MAX_PAGE_SIZE)
  first: number = DEFAULT_PAGE_SIZE

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the entry after which the page starts.'
  })
  after?: string | null
}

export interface Edge<Node> {
  readonly cursor: string
  readonly node: Node
}

export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[]
  readonly nodes: readonly Node[]
  readonly pageInfo: PageInfo
}

/**
 * A page from its edges, in order. `end` is where the next page starts when
 * that is not the last edge.
 */
export const toConnection = <Node>(
  edges: readonly Edge<Node>[],
  hasNextPage: boolean,
  end: string | null = null
): Connection<Node> => ({
  edges,
  nodes: edges.map(({ node }) => node),
  pageInfo: {
    hasNextPage,
    hasPreviousPage: false,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: end ?? edges.at(-1)?.cursor ?? null
  }
})

/** A class of the graph: an object's, or an interface's, which is abstract. */
type NodeClass<Node> = abstract new () => Node

/** `XConnection` and `XEdge` of a node type. */
export const createConnectionType = <Node extends object>(
  node: NodeClass<Node>,
  name: string
): ClassType<Connection<Node>> => {
  @ObjectType(`${name}Edge`, {
    description: `One ${name} with its place in the list.`,
    simpleResolvers: true
  })
  class NodeEdge {
    @Field(() => String, { description: 'Opaque place of the entry.' })
    readonly cursor!: string

    @Field(() => node, { description: 'The entry.' })
    readonly node!: Node
  }

  @ObjectType(`${name}Connection`, {
    description: `A page of ${name} entries, newest first.`,
    simpleResolvers: true
  })
  class NodeConnection {
    @Field(() => [NodeEdge], { description: 'The entries with cursors.' })
    readonly edges!: readonly NodeEdge[]

    @Field(() => [node], { description: 'The entries alone.' })
    readonly nodes!: readonly Node[]

    @Field(() => PageInfo, { description: 'Where the page stands.' })
    readonly pageInfo!: PageInfo
  }

  return NodeConnection
}
