import { z } from 'zod'
import { COMPETENCE_STATES } from '../../../policy/online-access.ts'
import { MASTER_STATES } from '../../../policy/record-access-switches.ts'
import type { ConfigurationSetting } from '../../../vocabulary/configuration-setting.ts'
import type { LocalDate } from '../../../vocabulary/partial-date.ts'

/** What a setting was at some time, as far as it has such facts. */
export interface SettingFacts {
  readonly enabled: boolean | null
  readonly startDate: LocalDate | null
  /** The whole of what is more than on or off. */
  readonly text: string | null
}

const facts = (told: Partial<SettingFacts>): SettingFacts => ({
  enabled: null,
  startDate: null,
  text: null,
  ...told
})

const onOff = z
  .object({ enabled: z.boolean(), startDate: z.string().nullish() })
  .transform(({ enabled, startDate }) =>
    facts({ enabled, startDate: startDate ?? null })
  )

const MASTER_TEXTS = {
  NEVER_ENABLED: 'Never enabled',
  ENABLED: 'Enabled',
  DISABLED_BY_PRACTICE: 'Disabled by the practice'
} as const

const onlineAccess = z
  .enum(MASTER_STATES)
  .transform((state) =>
    facts({ enabled: state === 'ENABLED', text: MASTER_TEXTS[state] })
  )

const COMPETENCE_TEXTS = {
  NOT_ASSESSED: 'Not assessed',
  COMPETENT: 'Assessed as competent',
  NOT_COMPETENT: 'Assessed as not competent'
} as const

const competence = z
  .object({
    competence: z.enum(COMPETENCE_STATES),
    reason: z.string().nullable()
  })
  .transform((told) => {
    const found = COMPETENCE_TEXTS[told.competence]
    return facts({ text: told.reason ? `${found}: ${told.reason}` : found })
  })

const defaults = z
  .object({
    switches: z.array(
      z.object({ level: z.string(), startDate: z.string().nullable() })
    ),
    prescriptionOrdering: z.boolean()
  })
  .transform(({ switches, prescriptionOrdering }) => {
    const named = switches.map(({ level, startDate }) =>
      startDate === null ? level : `${level} from ${startDate}`
    )
    if (prescriptionOrdering) named.push('PRESCRIPTION_ORDERING')
    return facts({ text: named.length > 0 ? named.join(', ') : 'Nothing' })
  })

const solution = z
  .object({
    name: z.string(),
    supplier: z.string(),
    clientId: z.string().nullable(),
    services: z.array(z.string())
  })
  .transform(({ name, supplier, clientId, services }) => {
    const client = clientId === null ? '' : `, client id ${clientId}`
    return facts({
      text: `${name} by ${supplier} for ${services.join(', ')}${client}`
    })
  })

/** Adding tells of the one app or of none, removing of its state too. */
const solutions = z.union([
  z.array(solution).transform(([one]) => one ?? null),
  z
    .object({ status: z.string(), solution: solution.nullable() })
    .transform((told) => (told.status === 'REGISTERED' ? told.solution : null))
])

const FORMS = {
  SUMMARY: onOff,
  DETAILED_CODED: onOff,
  DOCUMENT: onOff,
  FULL_RECORD: onOff,
  PROSPECTIVE: onOff,
  ONLINE_ACCESS: onlineAccess,
  COMPETENCE: competence,
  PRESCRIPTION_ORDERING: onOff,
  DEFAULT_ACCESS: defaults,
  AT_RISK_DEFAULT_ACCESS: defaults,
  SIGNAL_HIDDEN_ITEMS: onOff,
  SOLUTIONS: solutions
} as const satisfies Record<
  ConfigurationSetting,
  z.ZodType<SettingFacts | null>
>

/**
 * What `told`, old or new values as the audit keeps them by setting, says of
 * one of them; null when it says nothing, as of an app that was not there.
 * What an older version kept in another form is told as it is.
 */
export const factsOf = (
  told: unknown,
  setting: ConfigurationSetting
): SettingFacts | null => {
  const states = z.record(z.string(), z.unknown()).safeParse(told)
  const state = states.success ? states.data[setting] : undefined
  if (state === undefined) return null
  const read = FORMS[setting].safeParse(state)
  return read.success ? read.data : facts({ text: JSON.stringify(state) })
}
