import { ArgsType, Field } from 'type-graphql'
import { OdsCodeScalar } from '../../../graphql/types/scalars.ts'
import { AreaArgs } from '../area-args.ts'

/** Which documents are wanted. */
export interface DocumentFilter {
  /** ODS code of an organisation among the authors. */
  readonly author: string
}

@ArgsType()
export class DocumentArgs extends AreaArgs {
  @Field(() => OdsCodeScalar, {
    nullable: true,
    description: 'Only what the organisation with this code wrote.'
  })
  author?: string | null
}

export const toDocumentFilter = ({
  author
}: DocumentArgs): DocumentFilter | null => (author ? { author } : null)
