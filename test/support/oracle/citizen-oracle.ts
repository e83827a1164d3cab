import { dayNumber } from './days.ts'

export type OracleAnswer =
  | 'UNAUTHENTICATED'
  | 'PROOFING_TOO_LOW'
  | 'NOT_COVERED'
  | 'NOT_FOUND'
  | 'NEVER_ENABLED'
  | 'DISABLED'
  | 'DECLINED'
  | 'TOO_YOUNG'
  | 'ANSWERED'

export interface OraclePatient {
  readonly active: boolean
  readonly deceased: boolean
  readonly sensitive: boolean
  readonly birthDate: string
  readonly masterState: string
  readonly competence: string
}

export interface OracleCall {
  /** Null: no token came. */
  readonly token: { readonly covers: string; readonly proofing: string } | null
  readonly asksFor: string
  readonly patient: OraclePatient
  readonly today: string
}

/** Sixteen years on, the same day; a leap day's child waits for 1 March. */
const sixteenthBirthday = (birthDate: string): number => {
  const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number)
  return Date.UTC(year + 16, month - 1, day) / 86_400_000
}

/** Rulings R6, R10, R24: one row per reason, in the order in which they count. */
export const oracleCitizenAnswer = ({
  token,
  asksFor,
  patient,
  today
}: OracleCall): OracleAnswer => {
  const child = dayNumber(today) < sixteenthBirthday(patient.birthDate)
  const rows: [boolean, OracleAnswer][] = [
    [token === null, 'UNAUTHENTICATED'],
    [token?.proofing !== 'P9', 'PROOFING_TOO_LOW'],
    [token?.covers !== asksFor, 'NOT_COVERED'],
    [patient.sensitive || patient.deceased || !patient.active, 'NOT_FOUND'],
    [patient.masterState === 'NEVER_ENABLED', 'NEVER_ENABLED'],
    [patient.masterState === 'DISABLED_BY_PRACTICE', 'DISABLED'],
    [patient.competence === 'NOT_COMPETENT', 'DECLINED'],
    [child && patient.competence !== 'COMPETENT', 'TOO_YOUNG'],
    [true, 'ANSWERED']
  ]
  return rows.find(([applies]) => applies)?.[1] ?? 'ANSWERED'
}
