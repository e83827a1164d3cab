import {
  PRESCRIPTION_TYPES,
  type PrescriptionType
} from '../../record/medications/medication.row.ts'
import { toConceptCode } from './datatypes.ts'
import type { SourceElement } from '../bundle/source-element.ts'

const typeElement = (root: SourceElement): SourceElement =>
  root.extension('PrescriptionType')

/** Mandatory; where it is missing, repeats tell a repeat from an acute. */
export const toPrescriptionType = (
  root: SourceElement,
  hasRepeats: boolean
): PrescriptionType => {
  const element = typeElement(root)
  const type = toConceptCode(element, PRESCRIPTION_TYPES)
  if (type !== null) return type
  const assumed = hasRepeats ? 'repeat' : 'acute'
  element.change(`is missing or unknown; taken as "${assumed}"`)
  return assumed
}

/** An order has its plan's type: another one is not kept. */
export const comparePrescriptionType = (
  root: SourceElement,
  type: PrescriptionType
): void => {
  const element = typeElement(root)
  const own = toConceptCode(element, PRESCRIPTION_TYPES)
  if (own !== null && own !== type) element.lose("differs from its plan's")
}
