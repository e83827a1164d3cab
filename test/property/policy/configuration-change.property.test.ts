import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  countRising,
  planSwitchChange,
  type SwitchChange
} from '../../../src/policy/configuration-change.ts'
import { grantedPermissions } from '../../../src/policy/effective-permissions.ts'
import {
  PATIENT_ACCESS_OFF,
  PRACTICE_ACCESS_OFF,
  type PatientRecordAccess,
  type PracticeRecordAccess,
  type SwitchScope
} from '../../../src/policy/record-access-switches.ts'
import { RECORD_ACCESS_SWITCHES } from '../../../src/vocabulary/access-level.ts'
import {
  nearbyDay,
  patientAccess,
  sides,
  sidesWithProxy,
  TODAY
} from '../../support/arbitraries.ts'
import {
  oracleAfter,
  oracleRefusals,
  oracleRising
} from '../../support/oracle/switch-oracle.ts'

type Access = PracticeRecordAccess & Partial<PatientRecordAccess>

const startFor = (change: SwitchChange): SwitchChange =>
  change.enabled &&
  (change.level === 'PROSPECTIVE' || change.level === 'FULL_RECORD')
    ? change
    : { ...change, startDate: null }

/** Mostly changes that can be made, and some that cannot. */
const change: fc.Arbitrary<SwitchChange> = fc
  .record({
    level: fc.constantFrom(...RECORD_ACCESS_SWITCHES),
    enabled: fc.boolean(),
    startDate: fc.option(nearbyDay)
  })
  .chain((any) =>
    fc.oneof(
      { weight: 4, arbitrary: fc.constant(startFor(any)) },
      { weight: 1, arbitrary: fc.constant(any) }
    )
  )

const limits = fc.record({
  scope: fc.constantFrom<SwitchScope>('PRACTICE', 'PATIENT'),
  birthDate: fc.option(nearbyDay),
  today: fc.constant(TODAY)
})

const changes = fc.array(change, { maxLength: 25 })

const whatIsOn = (access: Access): Map<string, string | null> =>
  new Map(
    Object.entries(access).flatMap(([name, state]) =>
      state.enabled ? [[name, state.startDate]] : []
    )
  )

describe('a series of changes by staff', () => {
  it('leads where the rulings lead, refusals included (R2, R5)', () => {
    fc.assert(
      fc.property(limits, changes, (limit, series) => {
        let access: Access =
          limit.scope === 'PATIENT' ? PATIENT_ACCESS_OFF : PRACTICE_ACCESS_OFF
        let expected = new Map<string, string | null>()
        for (const step of series) {
          const refusals = oracleRefusals(expected, step, limit)
          const plan = planSwitchChange(access, step, limit)
          if (!plan.ok) {
            expect(plan.error.toSorted()).toEqual(refusals.toSorted())
            continue
          }
          expect(refusals).toEqual([])
          const before = expected
          expected = oracleAfter(expected, step)
          access = plan.value.access
          expect(whatIsOn(access)).toEqual(expected)
          expect(plan.value.alsoDisabled).toEqual(
            [...before.keys()].filter(
              (name) => !expected.has(name) && name !== step.level
            )
          )
        }
      }),
      { numRuns: 500 }
    )
  })

  it('never leaves documents on without detailed coded (R2)', () => {
    fc.assert(
      fc.property(limits, changes, (limit, series) => {
        let access: Access = PATIENT_ACCESS_OFF
        for (const step of series) {
          const plan = planSwitchChange(access, step, limit)
          if (plan.ok) access = plan.value.access
          const { DOCUMENT, DETAILED_CODED } = access
          expect(DOCUMENT.enabled && !DETAILED_CODED.enabled).toBe(false)
        }
      }),
      { numRuns: 300 }
    )
  })

  it('off and on again of detailed coded loses only documents (R2)', () => {
    fc.assert(
      fc.property(patientAccess, limits, (access, limit) => {
        const off = planSwitchChange(
          access,
          { level: 'DETAILED_CODED', enabled: false, startDate: null },
          limit
        )
        if (!off.ok) throw new Error('turning off was refused')
        const again = planSwitchChange(
          off.value.access,
          { level: 'DETAILED_CODED', enabled: true, startDate: null },
          limit
        )
        if (!again.ok) throw new Error('turning on was refused')
        const expected = whatIsOn(access)
        expected.set('DETAILED_CODED', null)
        if (access.DETAILED_CODED.enabled) expected.delete('DOCUMENT')
        expect(whatIsOn(again.value.access)).toEqual(expected)
      })
    )
  })

  it('changes nothing when it asks for what is in force (R8)', () => {
    fc.assert(
      fc.property(patientAccess, change, limits, (access, step, limit) => {
        const first = planSwitchChange(access, step, limit)
        if (!first.ok) return
        const second = planSwitchChange(first.value.access, step, {
          ...limit,
          today: '2030-01-01'
        })
        expect(second).toEqual({
          ok: true,
          value: {
            access: first.value.access,
            changed: false,
            alsoDisabled: []
          }
        })
      }),
      { numRuns: 300 }
    )
  })

  it('keeps the day of every real change, on the switches it touched', () => {
    fc.assert(
      fc.property(patientAccess, change, limits, (access, step, limit) => {
        const plan = planSwitchChange<PatientRecordAccess>(access, step, limit)
        if (!plan.ok) return
        const { changed, alsoDisabled } = plan.value
        for (const name of RECORD_ACCESS_SWITCHES) {
          const touched =
            changed && (name === step.level || alsoDisabled.includes(name))
          expect(plan.value.access[name].changedOn).toBe(
            touched ? TODAY : access[name].changedOn
          )
        }
      }),
      { numRuns: 300 }
    )
  })
})

describe('the entries that rise by a change (R5)', () => {
  it('are those that come to documents or full', () => {
    const dates = fc.record({
      clinicalDate: fc.option(nearbyDay),
      recordedDate: fc.option(nearbyDay)
    })
    fc.assert(
      fc.property(
        fc.tuple(
          fc.oneof(sides, sidesWithProxy),
          fc.oneof(sides, sidesWithProxy)
        ),
        fc.array(dates, { maxLength: 12 }),
        ([before, after], entries) => {
          const counted = countRising(
            grantedPermissions(before),
            grantedPermissions(after),
            entries
          )
          expect(counted).toBe(oracleRising(before, after, entries))
        }
      ),
      { numRuns: 500 }
    )
  })
})
