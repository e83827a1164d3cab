import type { MedicationCourseContent } from '../../record/entry-content.ts'
import {
  PRESCRIBING_AGENCIES,
  type PrescribingAgency
} from '../../record/medications/medication.row.ts'
import type { PartialDate } from '../../../vocabulary/partial-date.ts'
import { toConceptCode, toDate, toNote } from './datatypes.ts'
import {
  admitEntry,
  type EntryContext,
  type Identifiers
} from './entry-source.ts'
import { toMedicationStatus } from './medication-status.ts'
import type { SourceElement } from '../bundle/source-element.ts'
import type { SourceResource } from '../bundle/source-resource.ts'

/** What a MedicationStatement says itself. */
export interface StatementPart extends Pick<
  MedicationCourseContent,
  | 'prescribingAgency'
  | 'status'
  | 'effectiveEnd'
  | 'dateAsserted'
  | 'lastIssueDate'
  | 'note'
> {
  readonly identifiers: Identifiers
  readonly effectiveStart: PartialDate | null
  /** Read only when the plan does not say the same. */
  readonly dosageText: SourceElement
  readonly patientInstruction: SourceElement
}

const toAgency = (root: SourceElement): PrescribingAgency => {
  const element = root.extension('PrescribingAgency')
  const agency = toConceptCode(element, PRESCRIBING_AGENCIES)
  if (agency !== null) return agency
  element.change('is missing or unknown; taken as the GP practice')
  return 'prescribed-at-gp-practice'
}

/** Null when it was dropped. */
export const toStatementPart = (
  statement: SourceResource,
  context: EntryContext
): StatementPart | null => {
  const { root } = statement
  const identifiers = admitEntry(statement, 'subject', context)
  if (!identifiers) return null
  const period = root.child('effectivePeriod')
  const effectiveEnd = toDate(period.child('end'))
  const dosage = root.child('dosage')
  // Fixed: GP Connect does not know whether a medicine was taken.
  root.child('taken').expect('unk')
  return {
    identifiers,
    prescribingAgency: toAgency(root),
    status: toMedicationStatus(root.child('status'), effectiveEnd !== null),
    effectiveStart:
      toDate(period.child('start')) ?? toDate(root.child('effectiveDateTime')),
    effectiveEnd,
    dateAsserted: toDate(root.child('dateAsserted')),
    lastIssueDate: toDate(
      root.extension('MedicationStatementLastIssueDate').child('valueDateTime')
    ),
    note: toNote(root),
    dosageText: dosage.child('text'),
    patientInstruction: dosage.child('patientInstruction')
  }
}
