import type {
  Dosage,
  Identifier as FhirIdentifier,
  MedicationRequestDispenseRequest,
  Quantity
} from 'fhir/r3.js'
import type { Visible } from '../../../policy/record-access.ts'
import { gpcExtension, UCUM } from '../../../vocabulary/fhir-system.ts'
import { NO_INFORMATION } from '../fhir/annotation.fhir.ts'
import { toQuantity } from '../fhir/concept.fhir.ts'
import { extension } from '../fhir/extension.fhir.ts'
import type {
  MedicationCourseRow,
  MedicationIssueRow
} from './medication.row.ts'

/** A plan or an issue: both say what is supplied and how it is taken. */
type Supply = Visible<MedicationCourseRow> | Visible<MedicationIssueRow>

/** `dosage` of a statement, `dosageInstruction` of a request. */
export const dosageOf = ({
  dosageText,
  patientInstruction
}: Supply): Dosage => ({
  text: dosageText ?? NO_INFORMATION,
  ...(patientInstruction === null ? {} : { patientInstruction })
})

const quantityOf = ({ quantity, quantityText }: Supply): Quantity | null => {
  if (quantity === null && quantityText === null) return null
  const text = gpcExtension('MedicationQuantityText')
  return {
    ...(quantityText === null
      ? {}
      : { extension: [extension(text, { valueString: quantityText })] }),
    ...(quantity === null ? {} : toQuantity(quantity))
  }
}

export const dispenseRequestOf = (
  supply: Supply
): MedicationRequestDispenseRequest => {
  const { validityStart, validityEnd, supplyDays } = supply
  const quantity = quantityOf(supply)
  return {
    validityPeriod: {
      start: validityStart,
      ...(validityEnd === null ? {} : { end: validityEnd })
    },
    ...(quantity === null ? {} : { quantity }),
    ...(supplyDays === null
      ? {}
      : {
          expectedSupplyDuration: {
            value: supplyDays,
            unit: 'day',
            system: UCUM,
            code: 'd'
          }
        })
  }
}

/** `groupIdentifier` as an element, or no element at all. */
export const groupOf = ({
  groupIdentifier
}: Supply): { groupIdentifier?: FhirIdentifier } =>
  groupIdentifier === null
    ? {}
    : { groupIdentifier: { value: groupIdentifier } }
