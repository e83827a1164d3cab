import { registerEnumType } from 'type-graphql'
import { CONFIGURATION_SETTINGS } from '../../vocabulary/configuration-setting.ts'
import { enumOf } from './enum.ts'

export const ConfigurationSettingEnum = enumOf(CONFIGURATION_SETTINGS)

registerEnumType(ConfigurationSettingEnum, {
  name: 'ConfigurationSetting',
  description: 'What a change of configuration was about.',
  valuesConfig: {
    SUMMARY: { description: 'The switch of that name.' },
    DETAILED_CODED: { description: 'The switch of that name.' },
    DOCUMENT: { description: 'The switch of that name.' },
    FULL_RECORD: { description: 'The switch of that name.' },
    PROSPECTIVE: { description: 'The switch of that name.' },
    ONLINE_ACCESS: { description: 'A patient’s online services as a whole.' },
    COMPETENCE: { description: 'What staff found of an under 16.' },
    PRESCRIPTION_ORDERING: { description: 'Ordering repeat prescriptions.' },
    DEFAULT_ACCESS: { description: 'What newly enabled patients get.' },
    AT_RISK_DEFAULT_ACCESS: {
      description: 'What newly enabled patients at risk from access get.'
    },
    SIGNAL_HIDDEN_ITEMS: {
      description: 'Whether FHIR Lists tell that something was held back.'
    },
    SOLUTIONS: { description: 'The apps that integrate with the practice.' }
  }
})
