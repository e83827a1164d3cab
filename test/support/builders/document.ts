import type { DocumentRow } from '../../../src/modules/record/documents/document.row.ts'
import type { DocumentContent } from '../../../src/modules/record/entry-content.ts'
import { idOf, PATIENT_ID, PRACTICE_ID, RECORDER_ID } from './ids.ts'
import { concept } from './record.ts'

const DISCHARGE = concept('824331000000106', 'Inpatient final discharge letter')
const CARDIOLOGY = concept('394579002', 'Cardiology')

const metadata = {
  type: { ...DISCHARGE, text: 'the letter we waited for' },
  description: 'Discharge summary',
  title: 'discharge.pdf',
  created: '2024-02-01',
  indexed: '2024-02-05T09:30:00+00:00',
  contentType: 'application/pdf',
  size: 11,
  practiceSetting: { ...CARDIOLOGY, text: 'hearts' },
  custodianId: null,
  unreviewed: false
}

/** A letter of 2024 by a practitioner, held with its content. */
export const documentRow = (
  number: number,
  changes: Partial<DocumentRow> = {}
): DocumentRow => ({
  id: idOf(9, number),
  practiceId: PRACTICE_ID,
  patientId: PATIENT_ID,
  clinicalDate: '2024-02-01',
  recordedDate: '2024-02-05',
  identifiers: [
    { system: 'https://elm-tree.example/Id/entry', value: idOf(9, number) }
  ],
  hiddenBy: [],
  restrictedAt: null,
  restrictedBy: null,
  restrictedReason: null,
  ...metadata,
  binaryId: idOf(0, number),
  authors: [{ kind: 'PRACTITIONER', id: RECORDER_ID }],
  ...changes
})

export const bytesOf = (text: string): Uint8Array =>
  new TextEncoder().encode(text)

/** A letter of 2024 that says its own name. */
export const documentContent = (
  value: string,
  changes: Partial<DocumentContent> = {}
): DocumentContent => ({
  identifiers: [{ system: 'https://supplier.example', value }],
  restricted: false,
  staffConfidential: false,
  enteredInError: false,
  ...metadata,
  title: value,
  authors: [],
  content: bytesOf(value),
  ...changes
})
