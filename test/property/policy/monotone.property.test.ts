import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { grantedPermissions } from '../../../src/policy/effective-permissions.ts'
import type { SwitchState } from '../../../src/policy/record-access-switches.ts'
import { levelShownAt, visible } from '../../../src/policy/record-access.ts'
import {
  isAtLeast,
  PRACTICE_RECORD_ACCESS_SWITCHES,
  RECORD_ACCESS_SWITCHES,
  type RecordAccessSwitch
} from '../../../src/vocabulary/access-level.ts'
import { addDays } from '../../../src/vocabulary/partial-date.ts'
import {
  anySides,
  nearbyDay,
  recordGraph,
  sides,
  type RecordGraph
} from '../../support/arbitraries.ts'
import type { OracleSides } from '../../support/oracle/rung-oracle.ts'
import { factsOf, kindOf, rowsOf } from './record-facts.ts'

type Access = Parameters<typeof grantedPermissions>[0]

/** Every entry shown before is shown after, with no less of it. */
const expectNoLess = (before: Access, after: Access, graph: RecordGraph) => {
  const idsOf = (access: Access): string[] =>
    visible(
      grantedPermissions(access),
      rowsOf(graph.entries),
      kindOf(graph)
    ).map(({ id }) => id)
  expect(idsOf(after)).toEqual(expect.arrayContaining(idsOf(before)))
  for (const facts of factsOf(graph).values()) {
    const was = levelShownAt(grantedPermissions(before), facts)
    const is = levelShownAt(grantedPermissions(after), facts)
    expect(isAtLeast(is, was)).toBe(true)
  }
}

const turnedOn = (
  state: SwitchState,
  name: RecordAccessSwitch,
  start: string
): SwitchState =>
  state.enabled
    ? state
    : {
        ...state,
        enabled: true,
        startDate: name === 'PROSPECTIVE' ? start : null
      }

const movedEarlier = (state: SwitchState, days: number): SwitchState =>
  state.startDate === null
    ? state
    : { ...state, startDate: addDays(state.startDate, -days) }

describe('more access never shows less', () => {
  it('when any switch of the patient is turned on', () => {
    fc.assert(
      fc.property(
        anySides,
        recordGraph,
        fc.constantFrom(...RECORD_ACCESS_SWITCHES),
        nearbyDay,
        (access, graph, name, start) => {
          const state = turnedOn(access.patient[name], name, start)
          const patient = { ...access.patient, [name]: state }
          expectNoLess(access, { ...access, patient }, graph)
        }
      ),
      { numRuns: 500 }
    )
  })

  it('when any switch of the practice is turned on', () => {
    fc.assert(
      fc.property(
        anySides,
        recordGraph,
        fc.constantFrom(...PRACTICE_RECORD_ACCESS_SWITCHES),
        nearbyDay,
        (access, graph, name, start) => {
          const state = turnedOn(access.practice[name], name, start)
          const practice = { ...access.practice, [name]: state }
          expectNoLess(access, { ...access, practice }, graph)
        }
      ),
      { numRuns: 500 }
    )
  })

  it('when a start is moved earlier, at the practice or the patient', () => {
    fc.assert(
      fc.property(
        anySides,
        recordGraph,
        fc.nat({ max: 40 }),
        fc.constantFrom<RecordAccessSwitch>('FULL_RECORD', 'PROSPECTIVE'),
        (access, graph, days, name) => {
          const { practice, patient } = access
          const after = {
            ...access,
            practice: {
              ...practice,
              FULL_RECORD: movedEarlier(practice.FULL_RECORD, days)
            },
            patient: { ...patient, [name]: movedEarlier(patient[name], days) }
          }
          expectNoLess(access, after, graph)
        }
      ),
      { numRuns: 500 }
    )
  })

  it('when a start date is taken away from the full record', () => {
    fc.assert(
      fc.property(sides, recordGraph, (access, graph) => {
        const open = (state: SwitchState) => ({ ...state, startDate: null })
        const { practice, patient } = access
        const after = {
          ...access,
          practice: { ...practice, FULL_RECORD: open(practice.FULL_RECORD) },
          patient: { ...patient, FULL_RECORD: open(patient.FULL_RECORD) }
        }
        expectNoLess(access, after, graph)
      })
    )
  })

  it('when a patient sees for themselves what a proxy sees (R31)', () => {
    fc.assert(
      fc.property(anySides, recordGraph, (access, graph) => {
        const alone: OracleSides & Access = { ...access, proxy: undefined }
        expectNoLess(access, alone, graph)
      })
    )
  })
})
