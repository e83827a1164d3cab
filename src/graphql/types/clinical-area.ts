import { registerEnumType } from 'type-graphql'
import { CLINICAL_AREAS_IN_ORDER } from '../../vocabulary/clinical-area.ts'
import { enumOf } from './enum.ts'

export const ClinicalAreaEnum = enumOf(CLINICAL_AREAS_IN_ORDER)

registerEnumType(ClinicalAreaEnum, {
  name: 'ClinicalArea',
  description: 'An area of a GP record.',
  valuesConfig: {
    ALLERGIES: { description: 'Allergies and adverse reactions.' },
    MEDICATIONS: { description: 'Medicines and prescriptions.' },
    IMMUNISATIONS: { description: 'Immunisations.' },
    PROBLEMS: { description: 'Problems and health conditions.' },
    CONSULTATIONS: { description: 'Consultations.' },
    INVESTIGATIONS: { description: 'Test results.' },
    REFERRALS: { description: 'Referrals.' },
    UNCATEGORISED_DATA: { description: 'Other coded entries.' },
    DOCUMENTS: { description: 'Documents.' }
  }
})
