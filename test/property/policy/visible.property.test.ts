import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  grantedPermissions,
  WHOLE_RECORD
} from '../../../src/policy/effective-permissions.ts'
import { PRACTICE_ACCESS_OFF } from '../../../src/policy/record-access-switches.ts'
import {
  canViewArea,
  canViewEntry,
  visible,
  withheldByLevel
} from '../../../src/policy/record-access.ts'
import { CLINICAL_AREAS_IN_ORDER } from '../../../src/vocabulary/clinical-area.ts'
import { anySides, recordGraph } from '../../support/arbitraries.ts'
import {
  oracleHighestRung,
  oracleNeed,
  oracleShown,
  oracleVisibleIds
} from '../../support/oracle/record-oracle.ts'
import { height } from '../../support/oracle/rung-oracle.ts'
import { kindOf, oracleRecordOf, rowsOf } from './record-facts.ts'

describe('what a citizen sees of a record', () => {
  it('is what the rulings show, in order, each at its rung', () => {
    fc.assert(
      fc.property(anySides, recordGraph, (access, graph) => {
        const shown = oracleShown(access, oracleRecordOf(graph))
        const expected = [...shown].map(([id, rung]) => ({
          id,
          edge: height(rung) >= height('DETAILED') ? 'edge' : null,
          title: height(rung) >= height('DOCUMENTS') ? 'title' : null,
          note: rung === 'FULL' ? 'note' : null
        }))
        const permissions = grantedPermissions(access)
        expect(
          visible(permissions, rowsOf(graph.entries), kindOf(graph))
        ).toEqual(expected)
      }),
      { numRuns: 2000 }
    )
  })

  it('is the same entry by entry as all at once', () => {
    fc.assert(
      fc.property(anySides, recordGraph, (access, graph) => {
        const permissions = grantedPermissions(access)
        const kind = kindOf(graph)
        const rows = rowsOf(graph.entries)
        const oneByOne = rows.filter(
          (row) => canViewEntry(permissions, kind.facts(row)).allowed
        )
        expect(visible(permissions, rows, kind).map(({ id }) => id)).toEqual(
          oneByOne.map(({ id }) => id)
        )
      }),
      { numRuns: 300 }
    )
  })

  it('is nothing once all practice switches are off (R3)', () => {
    fc.assert(
      fc.property(anySides, recordGraph, (access, graph) => {
        const permissions = grantedPermissions({
          ...access,
          practice: PRACTICE_ACCESS_OFF
        })
        expect(
          visible(permissions, rowsOf(graph.entries), kindOf(graph))
        ).toEqual([])
      })
    )
  })

  it('comes back unchanged when the practice switches do (R1)', () => {
    fc.assert(
      fc.property(anySides, recordGraph, (access, graph) => {
        const ids = oracleVisibleIds(access, oracleRecordOf(graph))
        const off = { ...access, practice: PRACTICE_ACCESS_OFF }
        const restored = { ...off, practice: access.practice }
        expect(
          visible(
            grantedPermissions(restored),
            rowsOf(graph.entries),
            kindOf(graph)
          ).map(({ id }) => id)
        ).toEqual(ids)
      })
    )
  })
})

describe('what staff see of a record', () => {
  it('is all of it, hidden entries and their text too (R23)', () => {
    fc.assert(
      fc.property(recordGraph, (graph) => {
        const rows = rowsOf(graph.entries)
        expect(visible(WHOLE_RECORD, rows, kindOf(graph))).toEqual(rows)
      })
    )
  })
})

describe('whether an area may be asked for (R19)', () => {
  it('is whether any entry of any date could be shown', () => {
    fc.assert(
      fc.property(
        anySides,
        fc.constantFrom(...CLINICAL_AREAS_IN_ORDER),
        (access, area) => {
          const possible =
            height(oracleHighestRung(access)) >= height(oracleNeed(area))
          const { allowed } = canViewArea(grantedPermissions(access), area)
          expect(allowed).toBe(possible)
        }
      ),
      { numRuns: 500 }
    )
  })

  it('and what the level keeps back is the rest, and text below full', () => {
    fc.assert(
      fc.property(anySides, (access) => {
        const highest = height(oracleHighestRung(access))
        const kept = CLINICAL_AREAS_IN_ORDER.map((area) => ({
          content: area,
          requiredLevel: oracleNeed(area)
        })).filter(({ requiredLevel }) => highest < height(requiredLevel))
        const text = { content: 'FREE_TEXT', requiredLevel: 'FULL' }
        expect(
          withheldByLevel(grantedPermissions(access), CLINICAL_AREAS_IN_ORDER)
        ).toEqual(highest < height('FULL') ? [...kept, text] : kept)
      }),
      { numRuns: 300 }
    )
  })
})
