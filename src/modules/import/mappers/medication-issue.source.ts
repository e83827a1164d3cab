import type { CodeableConcept } from '../../../vocabulary/coding.ts'
import type { PartialDate } from '../../../vocabulary/partial-date.ts'
import type { MedicationIssueContent } from '../../record/entry-content.ts'
import type { PrescriptionType } from '../../record/medications/medication.row.ts'
import { toDate, toNote } from './datatypes.ts'
import { admitEntry, toEntrySource, type EntryContext } from './entry-source.ts'
import { isDraft, toMedicationStatus } from './medication-status.ts'
import { compareMedication, toSupply } from './medication-supply.source.ts'
import { comparePrescriptionType } from './prescription-type.ts'
import type { SourceResource } from '../bundle/source-resource.ts'

/** What an order shares with its course. */
interface CourseFacts {
  readonly medication: CodeableConcept
  readonly prescriptionType: PrescriptionType
}

/** Each stands in for the other; null when both are missing. */
const toDates = (
  { root }: SourceResource,
  validityStart: PartialDate | null
): Pick<MedicationIssueContent, 'authoredOn' | 'validityStart'> | null => {
  const element = root.child('authoredOn')
  const own = toDate(element)
  const authoredOn = own ?? validityStart
  if (authoredOn === null) return null
  if (own === null) {
    element.change('is missing; taken from the validity period')
  }
  return { authoredOn, validityStart: validityStart ?? authoredOn }
}

const toIssue = async (
  order: SourceResource,
  course: CourseFacts,
  context: EntryContext
): Promise<MedicationIssueContent | null> => {
  const { root } = order
  const status = root.child('status')
  const identifiers = admitEntry(order, 'subject', context)
  const supply = toSupply(order)
  const dates = toDates(order, supply.validityStart)
  if (isDraft(status)) order.drop('is a draft')
  if (!dates) order.drop('has neither authoredOn nor a validity period')
  if (!identifiers || !dates || isDraft(status)) return null
  root.child('intent').expect('order')
  order.follow(root.child('basedOn'))
  compareMedication(order, course.medication)
  comparePrescriptionType(root, course.prescriptionType)
  const hasEnded = supply.validityEnd !== null
  return {
    ...supply,
    ...dates,
    ...toEntrySource(identifiers, [order], context),
    status: toMedicationStatus(status, hasEnded),
    note: toNote(root),
    recorderId: await context.people.recorderIdOf(order, root.child('recorder'))
  }
}

/** Orders that cannot be taken are dropped with their reasons. */
export const toIssues = async (
  orders: readonly SourceResource[],
  course: CourseFacts,
  context: EntryContext
): Promise<MedicationIssueContent[]> => {
  const issues: MedicationIssueContent[] = []
  for (const order of orders) {
    const issue = await toIssue(order, course, context)
    if (issue) issues.push(issue)
  }
  return issues
}
