import { Field, Int, ObjectType } from 'type-graphql'

@ObjectType('DocumentContent', {
  description: 'What is in a document.',
  simpleResolvers: true
})
export class DocumentContentView {
  @Field(() => String, { description: 'Media type, such as application/pdf.' })
  readonly contentType!: string

  @Field(() => Int, { description: 'Bytes, before they were encoded.' })
  readonly size!: number

  @Field(() => String, { description: 'The bytes in base64.' })
  readonly base64!: string
}

export const toContentView = (
  { contentType }: { readonly contentType: string },
  content: Uint8Array
): DocumentContentView => ({
  contentType,
  size: content.byteLength,
  base64: Buffer.from(content).toString('base64')
})
