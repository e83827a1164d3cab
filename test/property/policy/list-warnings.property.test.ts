import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { grantedPermissions } from '../../../src/policy/effective-permissions.ts'
import { listWarnings } from '../../../src/policy/list-warnings.ts'
import {
  PATIENT_ACCESS_OFF,
  PRACTICE_ACCESS_OFF
} from '../../../src/policy/record-access-switches.ts'
import {
  anySides,
  courseGraph,
  datedSides,
  recordGraph,
  TODAY,
  type RecordGraph
} from '../../support/arbitraries.ts'
import { oracleListWarnings } from '../../support/oracle/record-oracle.ts'
import type { OracleSides } from '../../support/oracle/rung-oracle.ts'
import { factsOf, oracleRecordOf } from './record-facts.ts'

type Access = Parameters<typeof grantedPermissions>[0]

interface Listed {
  readonly graph: RecordGraph
  readonly ids: readonly string[]
}

const settings = fc.record({
  transferPending: fc.boolean(),
  signalHiddenItems: fc.oneof(fc.constant(true), fc.boolean())
})

/** Any entries: a List of courses, say, does not list their issues. */
const listed: fc.Arbitrary<Listed> = recordGraph.chain((graph) =>
  fc.record({
    graph: fc.constant(graph),
    ids: fc.subarray(graph.entries.map(({ id }) => id))
  })
)

const expectOracle = (
  access: Access & OracleSides,
  { graph, ids }: Listed,
  given: { transferPending: boolean; signalHiddenItems: boolean }
) => {
  const facts = factsOf(graph)
  const found = listWarnings({
    permissions: grantedPermissions(access),
    candidates: ids.flatMap((id) => facts.get(id) ?? []),
    ...given
  })
  const expected = oracleListWarnings({
    sides: access,
    record: oracleRecordOf(graph),
    ids,
    ...given
  })
  expect(found.toSorted()).toEqual(expected.toSorted())
}

describe('the warnings of a List (R18)', () => {
  it('tell of what would be seen were it not for marks that signal', () => {
    fc.assert(fc.property(anySides, listed, settings, expectOracle), {
      numRuns: 1500
    })
  })

  it('tell of a hidden course that an issue would bring (R22)', () => {
    const courses = courseGraph.map((graph) => ({ graph, ids: ['a'] }))
    fc.assert(fc.property(datedSides, courses, settings, expectOracle), {
      numRuns: 1500
    })
  })

  it('say nothing of entries to someone who sees none', () => {
    const permissions = grantedPermissions({
      practice: PRACTICE_ACCESS_OFF,
      patient: PATIENT_ACCESS_OFF,
      today: TODAY
    })
    fc.assert(
      fc.property(recordGraph, settings, (graph, given) => {
        const candidates = [...factsOf(graph).values()]
        expect(listWarnings({ permissions, candidates, ...given })).toEqual(
          given.transferPending ? ['data-in-transit'] : []
        )
      })
    )
  })
})
