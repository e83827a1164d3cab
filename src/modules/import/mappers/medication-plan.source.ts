import type { CodeableConcept } from '../../../vocabulary/coding.ts'
import type { MedicationCourseContent } from '../../record/entry-content.ts'
import { toConcept, toDate, toNote } from './datatypes.ts'
import { toEntryIdentifiers, type EntryContext } from './entry-source.ts'
import type { StatementPart } from './medication-statement.source.ts'
import { isDraft, toMedicationStatus } from './medication-status.ts'
import { compareMedication, toSupply } from './medication-supply.source.ts'
import { toPrescriptionType } from './prescription-type.ts'
import { toRepeatInformation } from './repeat-information.ts'
import type { SourceElement } from '../bundle/source-element.ts'
import type { SourceResource } from '../bundle/source-resource.ts'

/** What the plan says of a course. */
export type PlanPart = Pick<
  MedicationCourseContent,
  | 'planIdentifiers'
  | 'planStatus'
  | 'planAuthoredOn'
  | 'planNote'
  | 'prescriptionType'
  | 'dosageText'
  | 'patientInstruction'
  | 'validityStart'
  | 'validityEnd'
  | 'quantity'
  | 'quantityText'
  | 'supplyDays'
  | 'groupIdentifier'
  | 'repeatsAllowed'
  | 'repeatsIssued'
  | 'authorisationExpiry'
  | 'stopReason'
  | 'stoppedOn'
  | 'recorderId'
>

const toStop = (
  root: SourceElement
): Pick<PlanPart, 'stopReason' | 'stoppedOn'> => {
  const reason = root.extension('MedicationStatusReason')
  const why = reason.extension('statusReason')
  const when = reason.extension('statusChangeDate')
  return {
    stopReason: toConcept(why.child('valueCodeableConcept')),
    stoppedOn: toDate(when.child('valueDateTime'))
  }
}

const toDates = (
  root: SourceElement,
  validityStart: string | null,
  said: StatementPart
) => {
  const authored = root.child('authoredOn')
  const start = root
    .child('dispenseRequest')
    .child('validityPeriod')
    .child('start')
  const ownDate = toDate(authored)
  const planAuthoredOn =
    ownDate ?? said.dateAsserted ?? validityStart ?? said.effectiveStart
  if (planAuthoredOn === null) return null
  if (ownDate === null) authored.change('is missing; taken from other dates')
  if (validityStart === null) start.change('is missing; taken from other dates')
  return {
    planAuthoredOn,
    validityStart: validityStart ?? said.effectiveStart ?? planAuthoredOn
  }
}

/** Null when the plan is no plan yet, or has no date at all. */
export const toPlanPart = async (
  plan: SourceResource,
  said: StatementPart & { medication: CodeableConcept },
  context: EntryContext
): Promise<PlanPart | null> => {
  const { root } = plan
  plan.take()
  const status = root.child('status')
  const identifiers = toEntryIdentifiers(plan)
  if (isDraft(status) || !identifiers) return null
  const supply = toSupply(plan)
  const dates = toDates(root, supply.validityStart, said)
  if (!dates) return null
  const repeat = toRepeatInformation(root)
  compareMedication(plan, said.medication)
  root.child('intent').expect('plan')
  if (plan.peek(root.child('subject')) === context.patient) {
    root.child('subject').settle()
  }
  return {
    ...supply,
    ...dates,
    ...repeat,
    ...toStop(root),
    planIdentifiers: identifiers,
    planStatus: toMedicationStatus(status, supply.validityEnd !== null),
    planNote: toNote(root),
    prescriptionType: toPrescriptionType(root, repeat.repeatsIssued !== null),
    recorderId: await context.people.recorderIdOf(plan, root.child('recorder'))
  }
}

/**
 * A plan made of what the statement says, where the source has none: only
 * when the statement tells what to take and from when.
 */
export const toPlanPartOf = async (
  statement: SourceResource,
  said: StatementPart,
  context: EntryContext
): Promise<PlanPart | null> => {
  const { root } = statement
  const [{ system, value }] = said.identifiers
  if (said.effectiveStart === null || said.dosageText.text() === null) {
    return null
  }
  root
    .child('basedOn')
    .change('leads to no plan; an acute one is made of the statement')
  return {
    planIdentifiers: [{ system, value: `${value}-plan` }],
    planStatus: said.status,
    planAuthoredOn: said.dateAsserted ?? said.effectiveStart,
    planNote: null,
    prescriptionType: 'acute',
    dosageText: said.dosageText.text(),
    patientInstruction: said.patientInstruction.text(),
    validityStart: said.effectiveStart,
    validityEnd: said.effectiveEnd,
    quantity: null,
    quantityText: null,
    supplyDays: null,
    groupIdentifier: null,
    repeatsAllowed: null,
    repeatsIssued: null,
    authorisationExpiry: null,
    stopReason: null,
    stoppedOn: null,
    recorderId: await context.people.recorderIdOf(
      statement,
      root.child('informationSource')
    )
  }
}
