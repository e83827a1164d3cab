import type { Identifier } from '../../../vocabulary/coding.ts'
import type {
  EntrySource,
  MedicationCourseContent
} from '../../record/entry-content.ts'
import { toEntryIdentifiers, toEntrySource } from './entry-source.ts'
import { toIssues } from './medication-issue.source.ts'
import { isDraft } from './medication-status.ts'
import type { SourceCourse } from './medication-links.ts'
import {
  toPlanPart,
  toPlanPartOf,
  type PlanPart
} from './medication-plan.source.ts'
import {
  toStatementPart,
  type StatementPart
} from './medication-statement.source.ts'
import { toMedication } from './medication-supply.source.ts'
import type { EntryContext } from './entry-source.ts'
import type { SourceResource } from '../bundle/source-resource.ts'

/** Which statement each plan belongs to, for plans that replace others. */
type StatementOfPlan = ReadonlyMap<SourceResource, SourceResource>

interface MedicationContext extends EntryContext {
  readonly statementOf: StatementOfPlan
}

const priorCourseOf = (
  plan: SourceResource | null,
  { statementOf }: MedicationContext
): Identifier | null => {
  const reference = plan?.root.child('priorPrescription')
  const prior = reference && plan?.follow(reference)
  if (!prior) return null
  const statement = statementOf.get(prior)
  const identifiers = statement && toEntryIdentifiers(statement)
  if (!identifiers) reference.lose('leads to a plan that is not taken')
  return identifiers?.[0] ?? null
}

/** Said by statement and plan alike; the plan's words are those that count. */
const chooseText = (
  statement: StatementPart,
  plan: PlanPart,
  name: 'dosageText' | 'patientInstruction'
): string | null => {
  const own = statement[name]
  const text = plan[name] ?? own.text()
  if (text !== null && own.present && own.text() !== text) {
    own.lose("differs from its plan's, which is kept")
  }
  return text
}

/** What else a course is made of that may say it is restricted. */
const aroundCourse = ({
  statement,
  plan,
  orders
}: SourceCourse): readonly SourceResource[] => [
  ...statement.root
    .items('basedOn')
    .flatMap((reference) => statement.peek(reference) ?? []),
  ...[statement, ...(plan ? [plan] : [])].flatMap(
    (one) => one.peek(one.root.child('medicationReference')) ?? []
  ),
  // Ruling R16: an order that is not taken cannot bear its own restriction.
  ...orders.filter(({ dropped }) => dropped)
]

const toCourseSource = (
  { identifiers }: StatementPart,
  course: SourceCourse,
  context: EntryContext
): EntrySource => {
  const { statement, plan } = course
  const parts = [statement, ...(plan ? [plan] : [])]
  const source = toEntrySource(identifiers, parts, context)
  const around = aroundCourse(course).map(context.marks.isRestricted)
  return { ...source, restricted: source.restricted || around.includes(true) }
}

const toContent = async (
  course: SourceCourse,
  context: MedicationContext
): Promise<MedicationCourseContent | null> => {
  const { statement, plan, orders } = course
  const said = toStatementPart(statement, context)
  if (!said) return null
  const drop = (reason: string): null => {
    statement.drop(reason)
    return null
  }
  if (isDraft(statement.root.child('status'))) return drop('is a draft')
  const medication = toMedication(statement) ?? (plan && toMedication(plan))
  if (!medication) return drop('names no medicine')
  const planned = plan
    ? await toPlanPart(plan, { ...said, medication }, context)
    : await toPlanPartOf(statement, said, context)
  if (!planned) return drop('has no plan, and says too little to do without')
  const effectiveStart = said.effectiveStart ?? planned.validityStart
  const dosageText = chooseText(said, planned, 'dosageText')
  const patientInstruction = chooseText(said, planned, 'patientInstruction')
  const issues = await toIssues(orders, { ...planned, medication }, context)
  return {
    ...planned,
    ...toCourseSource(said, course, context),
    medication,
    prescribingAgency: said.prescribingAgency,
    status: said.status,
    effectiveStart,
    effectiveEnd: said.effectiveEnd,
    dateAsserted: said.dateAsserted,
    lastIssueDate: said.lastIssueDate,
    note: said.note,
    dosageText,
    patientInstruction,
    priorCourse: priorCourseOf(plan, context),
    issues
  }
}

/** The course with its issues, or null when it was dropped with its reason. */
export const toCourse = async (
  course: SourceCourse,
  context: MedicationContext
): Promise<MedicationCourseContent | null> => {
  const content = await toContent(course, context)
  if (content) return content
  const { plan, orders } = course
  for (const request of plan ? [plan, ...orders] : orders) {
    request.drop('the statement it belongs to is not taken')
  }
  return null
}
