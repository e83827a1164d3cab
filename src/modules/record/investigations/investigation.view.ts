import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { CodeableConceptView } from '../../../graphql/types/coding.view.ts'
import { PartialDateScalar } from '../../../graphql/types/scalars.ts'
import type { ViewContext } from '../area.ts'
import { practitionersAmong } from '../people/party.ts'
import { findPractitioners, Practitioner } from '../people/practitioner.view.ts'
import { RecordEntry, toRecordEntry } from '../record-entry.view.ts'
import { FilingComment, toFilingCommentView } from './filing-comment.view.ts'
import {
  InvestigationRequest,
  toRequestView
} from './investigation-request.view.ts'
import { testsOf, type InvestigationEntry } from './investigation.entry.ts'
import type { ReportStatus } from './investigation.row.ts'
import { Specimen, toSpecimenView } from './specimen.view.ts'
import { TestGroup, toTestGroupView } from './test-group.view.ts'
import { TestResult, toTestResultView } from './test-result.view.ts'

const ReportStatusEnum = {
  REGISTERED: 'registered',
  PARTIAL: 'partial',
  PRELIMINARY: 'preliminary',
  FINAL: 'final',
  AMENDED: 'amended',
  CORRECTED: 'corrected',
  APPENDED: 'appended',
  CANCELLED: 'cancelled',
  ENTERED_IN_ERROR: 'entered-in-error',
  UNKNOWN: 'unknown'
} as const satisfies Record<string, ReportStatus>

registerEnumType(ReportStatusEnum, {
  name: 'InvestigationReportStatus',
  description: 'How final a report is, as its source has it.',
  valuesConfig: {
    REGISTERED: { description: 'Begun; there is no result yet.' },
    PARTIAL: { description: 'Some results are there, others are not.' },
    PRELIMINARY: { description: 'First results that may still change.' },
    FINAL: { description: 'Complete.' },
    AMENDED: { description: 'Changed since it was final.' },
    CORRECTED: { description: 'Changed, since it was wrong.' },
    APPENDED: { description: 'Added to since it was final.' },
    CANCELLED: { description: 'Not carried out.' },
    ENTERED_IN_ERROR: { description: 'Made by mistake.' },
    UNKNOWN: { description: 'The source does not say.' }
  }
})

@ObjectType({
  implements: RecordEntry,
  description:
    'A laboratory’s report with its requests, specimens and results.',
  simpleResolvers: true
})
export class InvestigationReport extends RecordEntry {
  @Field(() => CodeableConceptView, {
    nullable: true,
    description: 'What kind of report it is.'
  })
  readonly code!: CodeableConceptView | null

  @Field(() => CodeableConceptView, {
    nullable: true,
    description: 'Which discipline it comes from.'
  })
  readonly category!: CodeableConceptView | null

  @Field(() => ReportStatusEnum, { description: 'How final it is.' })
  readonly status!: ReportStatus

  @Field(() => PartialDateScalar, { description: 'When it was issued.' })
  readonly issued!: string

  @Field(() => String, {
    nullable: true,
    description: 'The conclusion in words; only at full.'
  })
  readonly conclusion!: string | null

  @Field(() => [CodeableConceptView], {
    description: 'The conclusion’s codes.'
  })
  readonly codedDiagnoses!: readonly CodeableConceptView[]

  @Field(() => [Practitioner], { description: 'Who made it.' })
  readonly performers!: readonly Practitioner[]

  @Field(() => [InvestigationRequest], { description: 'What was asked for.' })
  readonly requests!: readonly InvestigationRequest[]

  @Field(() => [Specimen], { description: 'What was tested.' })
  readonly specimens!: readonly Specimen[]

  @Field(() => [TestGroup], { description: 'Results by group.' })
  readonly groups!: readonly TestGroup[]

  @Field(() => [TestResult], { description: 'Results of no group.' })
  readonly results!: readonly TestResult[]

  @Field(() => [FilingComment], {
    description: 'What was noted when it was filed; only at full.'
  })
  readonly filingComments!: readonly FilingComment[]
}

const toPartViews = (
  entry: InvestigationEntry,
  { practitioners }: ViewContext
) => {
  const shown = new Set(testsOf(entry).map(({ id }) => id))
  return {
    requests: entry.requests.map((row) => toRequestView(row, practitioners)),
    specimens: entry.specimens.map((row) => toSpecimenView(row, practitioners)),
    groups: entry.groups.map((group) => toTestGroupView(group, practitioners)),
    results: entry.results.map((row) => toTestResultView(row, practitioners)),
    filingComments: entry.filingComments.map((row) =>
      toFilingCommentView(row, shown, practitioners)
    )
  }
}

export const toInvestigationView = (
  entry: InvestigationEntry,
  context: ViewContext
): InvestigationReport => {
  const { report } = entry
  return {
    ...toRecordEntry(
      report,
      { kind: 'INVESTIGATION_REPORT', area: 'INVESTIGATIONS' },
      context
    ),
    code: report.code,
    category: report.category,
    status: report.status,
    issued: report.issued,
    conclusion: report.conclusion,
    codedDiagnoses: report.codedDiagnoses,
    performers: findPractitioners(
      context.practitioners,
      practitionersAmong(report.performers)
    ),
    ...toPartViews(entry, context)
  }
}
