import { snomed } from './snomed.ts'

export const REACTIONS = {
  anaphylaxis: snomed('39579001', 'Anaphylaxis'),
  cough: snomed('49727002', 'Cough'),
  diarrhoea: snomed('62315008', 'Diarrhoea'),
  nausea: snomed('422587007', 'Nausea'),
  rash: snomed('271807003', 'Eruption of skin'),
  rhinitis: snomed('70076002', 'Rhinitis'),
  urticaria: snomed('126485001', 'Urticaria'),
  vomiting: snomed('422400008', 'Vomiting'),
  wheezing: snomed('56018004', 'Wheezing')
} as const
