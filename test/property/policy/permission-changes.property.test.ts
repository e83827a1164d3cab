import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { grantedPermissions } from '../../../src/policy/effective-permissions.ts'
import {
  canAnyRise,
  comparePermissions
} from '../../../src/policy/permission-changes.ts'
import { anySides, nearbyDay } from '../../support/arbitraries.ts'
import {
  height,
  oracleRung,
  type OracleDates,
  type OracleSides
} from '../../support/oracle/rung-oracle.ts'
import { oracleRising } from '../../support/oracle/switch-oracle.ts'

const NOTHING: OracleSides['practice'] = {
  SUMMARY: { enabled: false, startDate: null },
  DETAILED_CODED: { enabled: false, startDate: null },
  DOCUMENT: { enabled: false, startDate: null },
  FULL_RECORD: { enabled: false, startDate: null }
}

/** Entries with dates on each side of every start, and without dates. */
const entriesAround = (
  all: readonly OracleSides[],
  more: readonly string[]
): OracleDates[] => {
  const starts = all.flatMap(({ practice, patient, proxy }) =>
    [practice, patient, proxy ?? NOTHING].flatMap((side) =>
      Object.values(side).map(({ startDate }) => startDate)
    )
  )
  const days = [null, '1800-01-01', '2999-01-01', ...starts, ...more]
  return days.flatMap((clinicalDate) =>
    days.map((recordedDate) => ({ clinicalDate, recordedDate }))
  )
}

const pairs = fc.tuple(
  anySides,
  anySides,
  fc.array(nearbyDay, { maxLength: 4 })
)

describe('what a change of permissions does to entries of any dates', () => {
  it('shows more or less exactly when it does so for some entry', () => {
    fc.assert(
      fc.property(pairs, ([one, other, more]) => {
        const steps = entriesAround([one, other], more).map(
          (entry) =>
            height(oracleRung(other, entry)) - height(oracleRung(one, entry))
        )
        expect(
          comparePermissions(grantedPermissions(one), grantedPermissions(other))
        ).toEqual({
          more: steps.some((step) => step > 0),
          less: steps.some((step) => step < 0)
        })
      })
    )
  })

  it('can make entries rise exactly when it does so for some (R5)', () => {
    fc.assert(
      fc.property(pairs, ([one, other, more]) => {
        const entries = entriesAround([one, other], more)
        expect(
          canAnyRise(grantedPermissions(one), grantedPermissions(other))
        ).toBe(oracleRising(one, other, entries) > 0)
      })
    )
  })

  it('compares with nothing at all as with everything off', () => {
    const off = { ...NOTHING, PROSPECTIVE: NOTHING.SUMMARY }
    fc.assert(
      fc.property(anySides, (one) => {
        const before = { practice: NOTHING, patient: off, today: one.today }
        const entries = entriesAround([one], [])
        const after = grantedPermissions(one)
        expect(canAnyRise(null, after)).toBe(
          oracleRising(before, one, entries) > 0
        )
        expect(comparePermissions(null, after).less).toBe(false)
        expect(comparePermissions(after, null).more).toBe(false)
      })
    )
  })
})
