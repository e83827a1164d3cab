import type { RecordAccessLevel } from '../vocabulary/access-level.ts'
import {
  PATIENT_GATES,
  type AccessStep,
  type BringersStep,
  type ContentStep,
  type GateStep,
  type MarkStep,
  type PatientGate,
  type SwitchReach,
  type SwitchStep
} from './access-step.ts'
import { areaPolicy } from './clinical-area-table.ts'
import { ALLOWED, denied, firstDenial, type Decision } from './decision.ts'
import { withhold } from './disclosure.ts'
import {
  grantedPermissions,
  levelOfEntry,
  levelOfSide,
  type GrantingSides,
  type RecordPermissions
} from './effective-permissions.ts'
import { keptBack, type KeptBack } from './kept-back.ts'
import { wouldBeAnswered, type PatientStanding } from './online-access.ts'
import {
  canDisclose,
  isInReach,
  levelShownAt,
  showRow,
  type EntryFacts,
  type EntryKind
} from './record-access.ts'
import {
  reaches,
  reachingAxes,
  switchGrants,
  type EntryDates,
  type GrantSide,
  type SwitchGrant
} from './switch-grants.ts'

/** One decision with all that led to it, in the order it is told. */
export interface AccessExplanation {
  /** What routes and graph decide by; never put together from the steps. */
  readonly decision: Decision
  /** The level the entry is shown at; `NONE` when it is hidden. */
  readonly level: RecordAccessLevel
  /** What of a shown entry is kept back. */
  readonly keptBack: readonly KeptBack[]
  readonly steps: readonly AccessStep[]
}

/** What bars nobody: each gate is judged with all the others open. */
const NO_BAR = {
  sensitive: false,
  deceased: false,
  active: true,
  masterState: 'ENABLED',
  competence: 'COMPETENT'
} as const satisfies Partial<PatientStanding>

const GATE_FACTS = {
  SENSITIVITY: 'sensitive',
  DEATH: 'deceased',
  REGISTRATION: 'active',
  ONLINE_ACCESS: 'masterState',
  COMPETENCE: 'competence'
} as const satisfies Record<PatientGate, keyof typeof NO_BAR>

const gateSteps = (
  standing: PatientStanding,
  today: GrantingSides['today']
): GateStep[] =>
  PATIENT_GATES.map((kind) => {
    const fact = GATE_FACTS[kind]
    const alone = { ...standing, ...NO_BAR, [fact]: standing[fact] }
    return { kind, decision: wouldBeAnswered(alone, today) }
  })

const reachingOf = (
  { state, reach }: SwitchGrant,
  dates: EntryDates
): SwitchReach => {
  if (!state.enabled) return 'OFF'
  if (reach === null) return 'NOT_STARTED'
  if (reach.from === null) return 'EVERY_ENTRY'
  return reaches(reach, dates) ? 'REACHED' : 'NOT_REACHED'
}

const switchStep = (
  side: GrantSide,
  grant: SwitchGrant,
  dates: EntryDates
): SwitchStep => {
  const { reach } = grant
  const reached = reach !== null && reaches(reach, dates)
  return {
    kind: 'SWITCH',
    side,
    ...grant,
    reaching: reachingOf(grant, dates),
    reachedBy: reach === null ? [] : reachingAxes(reach, dates),
    level: reached ? grant.grants : 'NONE'
  }
}

const sideSteps = (
  sides: GrantingSides,
  permissions: RecordPermissions,
  dates: EntryDates
): AccessStep[] => {
  const { patient, practice, proxy, today } = sides
  const asked = [
    ...(proxy ? [{ side: 'PROXY' as const, access: proxy }] : []),
    { side: 'PATIENT' as const, access: patient },
    { side: 'PRACTICE' as const, access: practice }
  ]
  const switches = asked.flatMap(({ side, access }) =>
    switchGrants(side, access, today).map((grant) =>
      switchStep(side, grant, dates)
    )
  )
  const levels = asked.map(({ side }) => ({
    kind: 'SIDE_LEVEL' as const,
    side,
    level: levelOfSide(permissions, side, dates)
  }))
  const level = levelOfEntry(permissions, dates)
  return [...switches, ...levels, { kind: 'LEVEL', level }]
}

/** Told only where the entry's own dates do not put it in reach. */
const bringersSteps = (
  permissions: RecordPermissions,
  facts: EntryFacts
): BringersStep[] => {
  const { broughtBy = [], ...alone } = facts
  if (broughtBy.length === 0) return []
  if (isInReach(permissions, alone).allowed) return []
  const inReach = broughtBy.filter(
    (bringer) => isInReach(permissions, bringer).allowed
  )
  return [
    {
      kind: 'BRINGERS',
      inReach: inReach.length,
      hidden: inReach.filter((bringer) => !canDisclose(bringer).allowed).length,
      level: levelShownAt(permissions, facts)
    }
  ]
}

const markSteps = (facts: EntryFacts): MarkStep[] =>
  facts.hiddenBy.length === 0
    ? [{ kind: 'MARK', cause: null, decision: canDisclose(facts) }]
    : facts.hiddenBy.map((cause) => ({
        kind: 'MARK',
        cause,
        decision: canDisclose({ ...facts, hiddenBy: [cause] })
      }))

const contentSteps = <Row extends object>(
  row: Row,
  { disclosure }: EntryKind<Row>,
  level: RecordAccessLevel
): ContentStep[] =>
  level === 'NONE'
    ? []
    : [
        {
          kind: 'CONTENT',
          level,
          keptBack: keptBack(row, disclosure, level),
          decision:
            withhold(row, disclosure, level) === null
              ? denied('LEVEL_TOO_LOW')
              : ALLOWED
        }
      ]

/**
 * Ruling R23 for staff: why a citizen, calling now, is shown an entry or not.
 * The decision is the one the record is filtered by; each step is a part of
 * it, judged by the same functions, so that a hidden entry has at least one
 * step that hides it and a shown one has none.
 */
export const explainAccess = <Row extends object>(
  row: Row,
  kind: EntryKind<Row>,
  asked: { standing: PatientStanding; sides: GrantingSides }
): AccessExplanation => {
  const { standing, sides } = asked
  const facts = kind.facts(row)
  const permissions = grantedPermissions(sides)
  const inReach = levelShownAt(permissions, facts)
  const shown = showRow(permissions, row, kind)
  const decision = firstDenial([
    wouldBeAnswered(standing, sides.today),
    shown.allowed ? ALLOWED : denied(shown.reason)
  ])
  const level = decision.allowed ? inReach : 'NONE'
  return {
    decision,
    level,
    keptBack: decision.allowed ? keptBack(row, kind.disclosure, level) : [],
    steps: [
      ...gateSteps(standing, sides.today),
      ...sideSteps(sides, permissions, facts),
      ...bringersSteps(permissions, facts),
      {
        kind: 'AREA',
        area: facts.area,
        requiredLevel: areaPolicy(facts.area).requiredLevel,
        level: inReach,
        decision: isInReach(permissions, facts)
      },
      ...markSteps(facts),
      ...contentSteps(row, kind, inReach)
    ]
  }
}
