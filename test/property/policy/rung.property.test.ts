import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  grantedPermissions,
  isInWindow,
  levelOfEntry,
  practiceGrant,
  visibilityWindow,
  WHOLE_RECORD
} from '../../../src/policy/effective-permissions.ts'
import { PRACTICE_ACCESS_OFF } from '../../../src/policy/record-access-switches.ts'
import {
  isAtLeast,
  RECORD_ACCESS_LEVELS
} from '../../../src/vocabulary/access-level.ts'
import { addDays } from '../../../src/vocabulary/partial-date.ts'
import {
  anySides,
  freePatientAccess,
  freePracticeAccess,
  nearbyDay,
  patientAccess,
  sides,
  TODAY
} from '../../support/arbitraries.ts'
import { oracleRung } from '../../support/oracle/rung-oracle.ts'

const entryDates = fc.record({
  clinicalDate: fc.option(nearbyDay),
  recordedDate: fc.option(nearbyDay)
})

const freeSides = fc.record({
  practice: freePracticeAccess,
  patient: freePatientAccess,
  today: fc.constant(TODAY)
})

describe('the rung of an entry', () => {
  it('is what the rulings give it (R1, R3, R4, R31)', () => {
    fc.assert(
      fc.property(
        fc.oneof(anySides, freeSides),
        entryDates,
        (access, dates) => {
          expect(levelOfEntry(grantedPermissions(access), dates)).toBe(
            oracleRung(access, dates)
          )
        }
      ),
      { numRuns: 2000 }
    )
  })

  it('never lies above what the practice gives (R1)', () => {
    fc.assert(
      fc.property(anySides, entryDates, (access, dates) => {
        const ceiling = levelOfEntry(
          {
            kind: 'GRANTED',
            grants: [practiceGrant(access.practice, TODAY)]
          },
          dates
        )
        const level = levelOfEntry(grantedPermissions(access), dates)
        expect(isAtLeast(ceiling, level)).toBe(true)
      })
    )
  })

  it('is none for everyone once all practice switches are off (R3)', () => {
    fc.assert(
      fc.property(anySides, entryDates, (access, dates) => {
        const closed = { ...access, practice: PRACTICE_ACCESS_OFF }
        expect(levelOfEntry(grantedPermissions(closed), dates)).toBe('NONE')
      })
    )
  })

  it('is for a proxy the lower of the record and their own (R31)', () => {
    fc.assert(
      fc.property(sides, patientAccess, entryDates, (access, proxy, dates) => {
        const level = levelOfEntry(
          grantedPermissions({ ...access, proxy }),
          dates
        )
        const asPatient = levelOfEntry(grantedPermissions(access), dates)
        const proxyAlone = levelOfEntry(
          grantedPermissions({ ...access, patient: proxy }),
          dates
        )
        expect(isAtLeast(asPatient, level)).toBe(true)
        expect(isAtLeast(proxyAlone, level)).toBe(true)
        expect([asPatient, proxyAlone]).toContain(level)
      }),
      { numRuns: 500 }
    )
  })

  it('is full for staff, whatever is switched (R23)', () => {
    fc.assert(
      fc.property(entryDates, (dates) => {
        expect(levelOfEntry(WHOLE_RECORD, dates)).toBe('FULL')
        for (const level of RECORD_ACCESS_LEVELS) {
          const window = visibilityWindow(WHOLE_RECORD, level)
          expect(isInWindow(window, dates)).toBe(true)
        }
      })
    )
  })

  it('never falls because a day passes (R4)', () => {
    fc.assert(
      fc.property(
        anySides,
        entryDates,
        fc.nat({ max: 500 }),
        (access, dates, days) => {
          const today = addDays(TODAY, days)
          const now = levelOfEntry(grantedPermissions(access), dates)
          const then = levelOfEntry(
            grantedPermissions({ ...access, today }),
            dates
          )
          expect(isAtLeast(then, now)).toBe(true)
        }
      )
    )
  })
})

describe('the window for a row filter', () => {
  it('holds exactly the entries of its level or above, at every level', () => {
    fc.assert(
      fc.property(
        fc.oneof(anySides, freeSides),
        entryDates,
        (access, dates) => {
          const permissions = grantedPermissions(access)
          for (const level of RECORD_ACCESS_LEVELS) {
            expect(
              isInWindow(visibilityWindow(permissions, level), dates)
            ).toBe(isAtLeast(levelOfEntry(permissions, dates), level))
          }
        }
      ),
      { numRuns: 1000 }
    )
  })
})
