/** What a patient can do online; a Solution provides one or several. */
export const CITIZEN_SERVICES = [
  'RECORD_ACCESS',
  'PRESCRIPTION_ORDERING'
] as const

export type CitizenService = (typeof CITIZEN_SERVICES)[number]

/** What a patient may do with prescriptions, in ladder order (Ruling R7). */
export const PRESCRIPTION_ACCESS_LEVELS = ['NONE', 'VIEW', 'MANAGE'] as const

export type PrescriptionAccessLevel =
  (typeof PRESCRIPTION_ACCESS_LEVELS)[number]
