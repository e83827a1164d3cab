import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  explainAccess,
  type AccessExplanation
} from '../../../src/policy/access-explanation.ts'
import {
  hidingReason,
  type AccessStep
} from '../../../src/policy/access-step.ts'
import {
  grantedPermissions,
  type GrantingSides
} from '../../../src/policy/effective-permissions.ts'
import {
  COMPETENCE_STATES,
  type PatientStanding
} from '../../../src/policy/online-access.ts'
import {
  MASTER_STATES,
  type PatientRecordAccess
} from '../../../src/policy/record-access-switches.ts'
import { visible } from '../../../src/policy/record-access.ts'
import { parseNhsNumber } from '../../../src/vocabulary/nhs-number.ts'
import { parseOdsCode } from '../../../src/vocabulary/ods-code.ts'
import {
  anySides,
  parsed,
  recordGraph,
  type RecordGraph
} from '../../support/arbitraries.ts'
import { oracleCitizenAnswer } from '../../support/oracle/citizen-oracle.ts'
import { oracleShown } from '../../support/oracle/record-oracle.ts'
import {
  height,
  oracleRung,
  type OracleRung
} from '../../support/oracle/rung-oracle.ts'
import { kindOf, oracleRecordOf, rowsOf } from './record-facts.ts'

/** All that one explanation is made of. */
interface World {
  readonly standing: PatientStanding
  readonly sides: GrantingSides
  readonly graph: RecordGraph
  readonly id: string
}

const identity = {
  nhsNumber: fc.constant(parsed(parseNhsNumber('9991230017'))),
  odsCode: fc.constant(parsed(parseOdsCode('A81001')))
}

/** Mostly nothing stands in the way, else no entry would ever be shown. */
const standing: fc.Arbitrary<PatientStanding> = fc.oneof(
  fc.record({
    ...identity,
    active: fc.constant(true),
    deceased: fc.constant(false),
    sensitive: fc.constant(false),
    birthDate: fc.constant('1950-05-05'),
    masterState: fc.constant('ENABLED' as const),
    competence: fc.constantFrom('NOT_ASSESSED' as const, 'COMPETENT' as const)
  }),
  fc.record({
    ...identity,
    active: fc.boolean(),
    deceased: fc.boolean(),
    sensitive: fc.boolean(),
    birthDate: fc.constantFrom('1950-05-05', '2008-03-01', '2008-03-02'),
    masterState: fc.constantFrom(...MASTER_STATES),
    competence: fc.constantFrom(...COMPETENCE_STATES)
  })
)

const world: fc.Arbitrary<World> = fc
  .record({ standing, sides: anySides, graph: recordGraph })
  .chain((rest) =>
    fc.record({
      standing: fc.constant(rest.standing),
      sides: fc.constant(rest.sides),
      graph: fc.constant(rest.graph),
      id: fc.constantFrom(...rest.graph.entries.map((entry) => entry.id))
    })
  )

const explain = ({ standing: of, sides, graph, id }: World) => {
  const row = rowsOf(graph.entries).find((one) => one.id === id)
  if (!row) throw new Error('no such entry')
  return explainAccess(row, kindOf(graph), { standing: of, sides })
}

const hidingSteps = ({ steps }: AccessExplanation): AccessStep[] =>
  steps.filter((step) => hidingReason(step) !== null)

const ON = { enabled: true, startDate: null, changedOn: null }
const EVERYTHING: PatientRecordAccess = {
  SUMMARY: ON,
  DETAILED_CODED: ON,
  DOCUMENT: ON,
  FULL_RECORD: ON,
  PROSPECTIVE: { ...ON, enabled: false }
}

const OPENED: Readonly<Record<string, Partial<PatientStanding>>> = {
  SENSITIVITY: { sensitive: false },
  DEATH: { deceased: false },
  REGISTRATION: { active: true },
  ONLINE_ACCESS: { masterState: 'ENABLED' },
  COMPETENCE: { competence: 'COMPETENT' }
}

/** What staff would do, or what would have to be different, about one step. */
const lift = (from: World, step: AccessStep): World => {
  const gate = OPENED[step.kind]
  if (gate) return { ...from, standing: { ...from.standing, ...gate } }
  if (step.kind === 'MARK' && step.cause) {
    const { originId, mark } = step.cause
    const entries = from.graph.entries.map((entry) =>
      entry.id === originId
        ? { ...entry, marks: entry.marks.filter((one) => one !== mark) }
        : entry
    )
    return { ...from, graph: { ...from.graph, entries } }
  }
  const proxy = from.sides.proxy ? { proxy: EVERYTHING } : {}
  return {
    ...from,
    sides: {
      practice: EVERYTHING,
      patient: EVERYTHING,
      ...proxy,
      today: from.sides.today
    }
  }
}

const oracleLevel = ({ standing: of, sides, graph, id }: World): OracleRung => {
  const answer = oracleCitizenAnswer({
    token: { covers: of.nhsNumber, proofing: 'P9' },
    asksFor: of.nhsNumber,
    patient: of,
    today: sides.today
  })
  if (answer !== 'ANSWERED') return 'NONE'
  return oracleShown(sides, oracleRecordOf(graph)).get(id) ?? 'NONE'
}

describe('an explanation', () => {
  it('comes to what the rulings come to, and at that level', () => {
    let shown = 0
    fc.assert(
      fc.property(world, (asked) => {
        const { decision, level } = explain(asked)
        expect(level).toBe(oracleLevel(asked))
        expect(decision.allowed).toBe(level !== 'NONE')
        shown += decision.allowed ? 1 : 0
      }),
      { numRuns: 1500 }
    )
    expect(shown).toBeGreaterThan(150)
  })

  it('comes to what the record is filtered by', () => {
    fc.assert(
      fc.property(world, (asked) => {
        const opened = Object.assign({}, ...Object.values(OPENED))
        const open = { ...asked, standing: { ...asked.standing, ...opened } }
        const rows = rowsOf(open.graph.entries)
        const seen = visible(
          grantedPermissions(open.sides),
          rows,
          kindOf(open.graph)
        )
        const { decision, keptBack } = explain(open)
        const row = seen.find(({ id }) => id === open.id)
        expect(decision.allowed).toBe(row !== undefined)
        const gone = Object.entries(row ?? {}).flatMap(([field, value]) =>
          value === null ? [field] : []
        )
        expect(keptBack.map(({ field }) => field)).toEqual(gone)
      }),
      { numRuns: 1000 }
    )
  })
})

describe('the steps of an explanation', () => {
  it('hide an entry exactly when it is hidden, for a reason of theirs', () => {
    fc.assert(
      fc.property(world, (asked) => {
        const explanation = explain(asked)
        const reasons = hidingSteps(explanation).map(hidingReason)
        expect(reasons.length === 0).toBe(explanation.decision.allowed)
        if (explanation.decision.allowed) return
        expect(reasons).toContain(explanation.decision.reason)
      }),
      { numRuns: 1000 }
    )
  })

  it('that hide it are all that hides it', () => {
    fc.assert(
      fc.property(world, (asked) => {
        const lifted = hidingSteps(explain(asked)).reduce(lift, asked)
        expect(hidingSteps(explain(lifted))).toEqual([])
        expect(oracleLevel(lifted)).not.toBe('NONE')
      }),
      { numRuns: 1000 }
    )
  })

  it('that hide it would each do so alone', () => {
    fc.assert(
      fc.property(world, (asked) => {
        const explanation = explain(asked)
        const hiding = hidingSteps(explanation)
        // Ruling R22: a hidden entry brings another once it is hidden no more.
        const mayBeBrought = explanation.steps.some(
          (step) => step.kind === 'BRINGERS' && step.hidden > 0
        )
        for (const left of hiding) {
          if (left.kind === 'AREA' && mayBeBrought) continue
          const others = hiding.filter((step) => step !== left)
          expect(oracleLevel(others.reduce(lift, asked))).toBe('NONE')
        }
      }),
      { numRuns: 1000 }
    )
  })

  it('make up the level: the best switch of a side, the lowest side', () => {
    fc.assert(
      fc.property(world, (asked) => {
        const { steps } = explain(asked)
        const highest = (levels: OracleRung[]): OracleRung =>
          levels.reduce((a, b) => (height(a) >= height(b) ? a : b), 'NONE')
        const sides = steps.flatMap((step) =>
          step.kind === 'SIDE_LEVEL' ? [step] : []
        )
        expect(sides.length).toBe(asked.sides.proxy ? 3 : 2)
        for (const { side, level } of sides) {
          const granted = steps.flatMap((step) =>
            step.kind === 'SWITCH' && step.side === side ? [step.level] : []
          )
          expect(granted.length).toBe(side === 'PRACTICE' ? 4 : 5)
          expect(level).toBe(highest(granted))
        }
        const [entry] = oracleRecordOf(asked.graph).entries.filter(
          ({ id }) => id === asked.id
        )
        const rung = entry && oracleRung(asked.sides, entry)
        const levels = steps.flatMap((step) =>
          step.kind === 'LEVEL' ? [step.level] : []
        )
        expect(levels).toEqual([rung])
      }),
      { numRuns: 1000 }
    )
  })
})
