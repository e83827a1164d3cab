import { GraphQLError } from 'graphql'
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql/types/context.ts'
import { seenInScope } from '../seen.ts'
import { CONTENT_OF_REQUEST } from './document.row.ts'
import { DocumentContentView, toContentView } from './document-content.view.ts'
import { Document } from './document.view.ts'

/** What reading up to 5 MB costs, in fields. */
const COST_OF_CONTENT = 50

/** What of its request the field needs. */
interface ContentContext {
  readonly records: GraphContext['records']
  readonly audit: Pick<GraphContext['audit'], 'saw'>
}

const tooMuch = (): GraphQLError =>
  new GraphQLError(
    `The operation asks for more than ${CONTENT_OF_REQUEST} bytes of documents`,
    { extensions: { code: 'QUERY_TOO_COSTLY', limit: CONTENT_OF_REQUEST } }
  )

@Resolver(() => Document)
export class DocumentContentResolver {
  @FieldResolver(() => DocumentContentView, {
    nullable: true,
    description:
      'What is in it; null when none is held, as of one over 5,000,000 ' +
      'bytes. One operation is given at most 25,000,000 bytes.',
    complexity: ({ childComplexity }) => COST_OF_CONTENT + childComplexity
  })
  async content(
    @Root() { id, scope }: Document,
    @Ctx() { records, audit }: ContentContext
  ): Promise<DocumentContentView | null> {
    // Ruling R15: the policy is asked again, by whatever path one came here.
    const found = await records.entries.DOCUMENTS.find(scope, id)
    if (!found) return null
    const { document } = found.entry
    const content = await records.findDocumentContent(document)
    if (content === 'TOO_MUCH') throw tooMuch()
    if (content === null) return null
    audit.saw(seenInScope(scope, 'DOCUMENTS'))
    return toContentView(document, content)
  }
}
