/** Names in the record of the demo's Ada. */
export const ENTRIES = [
  'Allergy to erythromycin',
  'Allergy to penicillin',
  'Amlodipine 10mg tablets',
  'Amlodipine 5mg tablets',
  'Atorvastatin 20mg tablets',
  'Doxycycline 100mg capsules',
  'Lisinopril 10mg tablets',
  'Methotrexate 2.5mg tablets'
]
export const RIVERSIDE = 'Elm Tree Surgery, Riverside branch'

const coded = { entries: ENTRIES, notes: [] }
export const AT_SUMMARY = { ...coded, branch: null, level: 'SUMMARY' }
export const AT_DETAILED = { ...coded, branch: RIVERSIDE, level: 'DETAILED' }
export const AT_DOCUMENTS = { ...AT_DETAILED, level: 'DOCUMENTS' }

/** Free text of her record by the date that the entry has. */
export const NOTE = {
  penicillin1996: 'Was told at the time never to take any penicillin again.',
  lisinopril2018: 'Started after three raised readings at home.',
  // Of 2023, which counts as its first day; recorded in June 2023.
  methotrexate2023:
    'Prescribed and monitored by the hospital. Do not issue here.',
  amlodipine2026:
    'Target below 140/90. Agreed to bring home readings in spring.',
  doxycycline2026: 'Chest infection, five days of green sputum.',
  doxycyclineIssue2026: 'Taken home the same evening.'
} as const
export const IN_2026 = [
  NOTE.doxycycline2026,
  NOTE.doxycyclineIssue2026,
  NOTE.amlodipine2026
]
export const SINCE_2023 = [
  NOTE.doxycycline2026,
  NOTE.methotrexate2023,
  NOTE.doxycyclineIssue2026,
  NOTE.amlodipine2026
]
