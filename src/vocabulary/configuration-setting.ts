import { RECORD_ACCESS_SWITCHES } from './access-level.ts'

/** Everything staff configure, for a practice or for one patient. */
export const CONFIGURATION_SETTINGS = [
  ...RECORD_ACCESS_SWITCHES,
  'ONLINE_ACCESS',
  'COMPETENCE',
  'PRESCRIPTION_ORDERING',
  'DEFAULT_ACCESS',
  'AT_RISK_DEFAULT_ACCESS',
  'SIGNAL_HIDDEN_ITEMS',
  'SOLUTIONS'
] as const

/** What a change of configuration was about; the history is kept by it. */
export type ConfigurationSetting = (typeof CONFIGURATION_SETTINGS)[number]
