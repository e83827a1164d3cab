import type { CodeableConcept } from 'fhir/r3.js'
import { gpcCodeSystem } from '../../../vocabulary/fhir-system.ts'
import { codedConcept } from '../fhir/concept.fhir.ts'
import type { PrescribingAgency, PrescriptionType } from './medication.row.ts'

interface Code {
  readonly code: string
  readonly display: string
}

const ACUTE: Code = { code: 'acute', display: 'Acute' }

/**
 * The code system's present version no longer has handwritten prescriptions,
 * and the binding is required: they are sent as the acute ones they are.
 */
const PRESCRIPTION_TYPE_CODES = {
  acute: ACUTE,
  repeat: { code: 'repeat', display: 'Repeat' },
  'repeat-dispensing': {
    code: 'repeat-dispensing',
    display: 'Repeat dispensing'
  },
  'delayed-prescribing': {
    code: 'delayed-prescribing',
    display: 'Delayed prescribing'
  },
  'acute-handwritten': ACUTE
} as const satisfies Record<PrescriptionType, Code>

const PRESCRIBING_AGENCY_DISPLAYS = {
  'prescribed-at-gp-practice': 'Prescribed at GP practice',
  'prescribed-by-another-organisation': 'Prescribed by another organisation',
  'prescribed-by-previous-practice': 'Prescribed by previous practice'
} as const satisfies Record<PrescribingAgency, string>

export const toPrescriptionType = (type: PrescriptionType): CodeableConcept => {
  const { code, display } = PRESCRIPTION_TYPE_CODES[type]
  return codedConcept(
    gpcCodeSystem('CareConnect-PrescriptionType'),
    code,
    display
  )
}

export const toPrescribingAgency = (
  agency: PrescribingAgency
): CodeableConcept =>
  codedConcept(
    gpcCodeSystem('CareConnect-PrescribingAgency'),
    agency,
    PRESCRIBING_AGENCY_DISPLAYS[agency]
  )
