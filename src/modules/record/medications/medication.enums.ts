import { registerEnumType } from 'type-graphql'

export const MedicationStatusEnum = {
  ACTIVE: 'active',
  COMPLETED: 'completed',
  STOPPED: 'stopped'
}
export const PrescriptionTypeEnum = {
  ACUTE: 'acute',
  REPEAT: 'repeat',
  REPEAT_DISPENSING: 'repeat-dispensing',
  DELAYED_PRESCRIBING: 'delayed-prescribing',
  ACUTE_HANDWRITTEN: 'acute-handwritten'
}
export const PrescribingAgencyEnum = {
  PRESCRIBED_AT_GP_PRACTICE: 'prescribed-at-gp-practice',
  PRESCRIBED_BY_ANOTHER_ORGANISATION: 'prescribed-by-another-organisation',
  PRESCRIBED_BY_PREVIOUS_PRACTICE: 'prescribed-by-previous-practice'
}

registerEnumType(MedicationStatusEnum, {
  name: 'MedicationStatus',
  description: 'Where a course or an issue stands.',
  valuesConfig: {
    ACTIVE: { description: 'In use.' },
    COMPLETED: { description: 'Came to its end.' },
    STOPPED: { description: 'Ended before its time.' }
  }
})
registerEnumType(PrescriptionTypeEnum, {
  name: 'PrescriptionType',
  description: 'How the medicine is prescribed.',
  valuesConfig: {
    ACUTE: { description: 'Once.' },
    REPEAT: { description: 'Again on request.' },
    REPEAT_DISPENSING: {
      description: 'In a batch that the pharmacy dispenses.'
    },
    DELAYED_PRESCRIBING: { description: 'To be used only if needed later.' },
    ACUTE_HANDWRITTEN: { description: 'Once, by hand.' }
  }
})
registerEnumType(PrescribingAgencyEnum, {
  name: 'PrescribingAgency',
  description: 'Who prescribed it.',
  valuesConfig: {
    PRESCRIBED_AT_GP_PRACTICE: { description: 'This practice.' },
    PRESCRIBED_BY_ANOTHER_ORGANISATION: {
      description: 'Another organisation, such as a hospital.'
    },
    PRESCRIBED_BY_PREVIOUS_PRACTICE: {
      description: 'The practice before this one.'
    }
  }
})
