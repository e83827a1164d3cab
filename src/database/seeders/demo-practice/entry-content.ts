import type {
  AllergyContent,
  EntrySource,
  MedicationCourseContent,
  MedicationIssueContent
} from '../../../modules/record/entry-content.ts'
import type { Identifier } from '../../../vocabulary/coding.ts'
import { addDays, firstDayOf } from '../../../vocabulary/partial-date.ts'
import type {
  DemoAllergy,
  DemoIssue,
  DemoMark,
  DemoMedication
} from './demo-patient.ts'
import type { StaffKey } from './people.ts'

/** What the entries of one patient are turned into content with. */
export interface EntryContext {
  readonly patientKey: string
  readonly namespace: string
  staffId(key: StaffKey): string
}

const identifierOf = (context: EntryContext, id: string): Identifier => ({
  system: context.namespace,
  value: `${context.patientKey}-${id}`
})

const sourceOf = (
  context: EntryContext,
  id: string,
  mark: DemoMark | undefined
): EntrySource => ({
  identifiers: [identifierOf(context, id)],
  restricted: mark?.kind === 'RESTRICTED',
  staffConfidential: mark?.kind === 'STAFF_CONFIDENTIAL',
  enteredInError: mark?.kind === 'ENTERED_IN_ERROR'
})

export const toAllergyContent = (
  allergy: DemoAllergy,
  context: EntryContext
): AllergyContent => ({
  ...sourceOf(context, `allergy-${allergy.id}`, allergy.mark),
  clinicalStatus: allergy.ended ? 'resolved' : 'active',
  categories: [allergy.allergen.category],
  type: allergy.type ?? null,
  criticality: allergy.criticality ?? null,
  code: allergy.allergen.code,
  onset: allergy.onset ?? null,
  assertedDate: allergy.asserted,
  lastOccurrence: allergy.lastOccurrence ?? null,
  endDate: allergy.ended?.on ?? null,
  endReason: allergy.ended?.reason ?? null,
  note: allergy.note ?? null,
  reaction: allergy.reaction ?? null,
  recorderId: context.staffId(allergy.recorder),
  asserterId:
    allergy.assertedBy && allergy.assertedBy !== 'PATIENT'
      ? context.staffId(allergy.assertedBy)
      : null,
  assertedByPatient: allergy.assertedBy === 'PATIENT'
})

const keyOf = (medicationId: string): string => `medication-${medicationId}`

const UNCOUNTABLE = ['ml', 'g']

/** What a plan and each of its issues say alike. */
const supplyContent = (medication: DemoMedication, context: EntryContext) => {
  const { supply, repeats } = medication
  const text = supply && `${supply.value} ${supply.unit}`
  const plural = supply && supply.value !== 1 && !isUncountable(supply.unit)
  return {
    dosageText: medication.dosage,
    patientInstruction: medication.instruction ?? null,
    quantity: supply && {
      value: supply.value,
      unit: supply.unit,
      system: null,
      code: null
    },
    quantityText: plural ? `${text}s` : text,
    supplyDays: supply && supply.days,
    groupIdentifier: repeats
      ? identifierOf(context, `${keyOf(medication.id)}-group`).value
      : null,
    recorderId: context.staffId(medication.recorder)
  }
}

const isUncountable = (unit: string): boolean => UNCOUNTABLE.includes(unit)

const toIssueContent = (
  issue: DemoIssue,
  medication: DemoMedication,
  context: EntryContext
): MedicationIssueContent => {
  const day = firstDayOf(issue.on)
  return {
    ...sourceOf(context, `${keyOf(medication.id)}-issue-${day}`, issue.mark),
    ...supplyContent(medication, context),
    status: 'completed',
    authoredOn: issue.on,
    note: issue.note ?? null,
    validityStart: issue.on,
    validityEnd: addDays(day, medication.supply?.days ?? 0)
  }
}

/** The course with its issues; the last issue date follows from them. */
export const toMedicationContent = (
  medication: DemoMedication,
  context: EntryContext
): MedicationCourseContent => {
  const { id, issues, repeats, end, replaces } = medication
  const asserted = medication.asserted ?? medication.from
  const status = end?.status ?? 'active'
  return {
    ...sourceOf(context, keyOf(id), medication.mark),
    ...supplyContent(medication, context),
    planIdentifiers: [identifierOf(context, `${keyOf(id)}-plan`)],
    medication: medication.medicine,
    prescriptionType: medication.type,
    prescribingAgency: medication.agency ?? 'prescribed-at-gp-practice',
    status,
    planStatus: status,
    effectiveStart: medication.from,
    effectiveEnd: end?.on ?? null,
    dateAsserted: asserted,
    planAuthoredOn: asserted,
    lastIssueDate:
      issues
        .map(({ on }) => on)
        .toSorted()
        .at(-1) ?? null,
    note: medication.note ?? null,
    planNote: medication.planNote ?? null,
    validityStart: medication.from,
    validityEnd: end?.on ?? repeats?.expiry ?? null,
    repeatsAllowed: repeats?.allowed ?? null,
    repeatsIssued: repeats ? issues.length : null,
    authorisationExpiry: repeats?.expiry ?? null,
    stopReason: end?.status === 'stopped' ? end.reason : null,
    stoppedOn: end?.status === 'stopped' ? end.on : null,
    issues: issues.map((issue) => toIssueContent(issue, medication, context)),
    priorCourse: replaces ? identifierOf(context, keyOf(replaces)) : null
  }
}
