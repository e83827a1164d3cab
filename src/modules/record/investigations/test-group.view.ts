import { Field, ID, ObjectType } from 'type-graphql'
import { CodeableConceptView } from '../../../graphql/types/coding.view.ts'
import type { PractitionersById } from '../area.ts'
import { EntryMarker, toEntryMarker } from '../entry-marker.view.ts'
import type { TestGroupEntry } from './investigation.entry.ts'
import { TestResult, toTestResultView } from './test-result.view.ts'

@ObjectType({
  description: 'Tests that were made together, such as a full blood count.',
  simpleResolvers: true
})
export class TestGroup {
  @Field(() => ID, { description: 'The same id as in FHIR.' })
  readonly id!: string

  @Field(() => CodeableConceptView, { description: 'Which tests they are.' })
  readonly code!: CodeableConceptView

  @Field(() => CodeableConceptView, {
    nullable: true,
    description: 'How the results compare, as a whole.'
  })
  readonly interpretation!: CodeableConceptView | null

  @Field(() => String, {
    nullable: true,
    description: 'The laboratory’s remarks; only at full.'
  })
  readonly comment!: string | null

  @Field(() => [TestResult], { description: 'The results of the group.' })
  readonly results!: readonly TestResult[]

  @Field(() => EntryMarker, {
    nullable: true,
    description: 'For staff: why citizens are not shown it; else null.'
  })
  readonly marker!: EntryMarker | null
}

export const toTestGroupView = (
  { header, results }: TestGroupEntry,
  practitioners: PractitionersById
): TestGroup => ({
  id: header.id,
  code: header.code,
  interpretation: header.interpretation,
  comment: header.comment,
  results: results.map((row) => toTestResultView(row, practitioners)),
  marker: toEntryMarker(header)
})
