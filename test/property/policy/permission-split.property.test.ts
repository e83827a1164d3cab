import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  grantedPermissions,
  levelOfEntry
} from '../../../src/policy/effective-permissions.ts'
import { recordPermissionSplit } from '../../../src/policy/permission-split.ts'
import {
  PATIENT_ACCESS_OFF,
  PRACTICE_ACCESS_OFF,
  type PatientRecordAccess,
  type PracticeRecordAccess
} from '../../../src/policy/record-access-switches.ts'
import { isAtLeast } from '../../../src/vocabulary/access-level.ts'
import { addDays } from '../../../src/vocabulary/partial-date.ts'
import { HORIZON_DAYS, sides, TODAY } from '../../support/arbitraries.ts'
import { oraclePermissions } from '../../support/oracle/permissions-oracle.ts'

const on = (changedOn: string, startDate: string | null = null) => ({
  enabled: true,
  startDate,
  changedOn
})

const OPEN_PRACTICE: PracticeRecordAccess = {
  SUMMARY: on('2019-01-01'),
  DETAILED_CODED: on('2019-01-01'),
  DOCUMENT: on('2019-01-01'),
  FULL_RECORD: on('2019-01-01')
}

const splitOf = (
  patient: Partial<PatientRecordAccess>,
  practice: Partial<PracticeRecordAccess> = OPEN_PRACTICE
) =>
  recordPermissionSplit({
    practice: { ...PRACTICE_ACCESS_OFF, ...practice },
    patient: { ...PATIENT_ACCESS_OFF, ...patient },
    today: TODAY
  })

describe('the permissions of a record (R11)', () => {
  it('are what walking back day by day from today finds', () => {
    fc.assert(
      fc.property(sides, (access) => {
        const found = oraclePermissions(access, HORIZON_DAYS)
        const split = recordPermissionSplit(access)
        expect(split).toEqual({
          ...found,
          effectiveDate: found.effectiveDate ?? split.effectiveDate
        })
      }),
      { numRuns: 500 }
    )
  })

  it('agree with what hypothetical entries would see', () => {
    fc.assert(
      fc.property(sides, fc.nat({ max: HORIZON_DAYS }), (access, ago) => {
        const split = recordPermissionSplit(access)
        const day = addDays(TODAY, -ago)
        const level = levelOfEntry(grantedPermissions(access), {
          clinicalDate: day,
          recordedDate: day
        })
        const undivided = split.historical === split.current
        if (undivided || day >= split.effectiveDate) {
          expect(level).toBe(split.current)
        } else {
          expect(isAtLeast(split.historical, level)).toBe(true)
        }
      }),
      { numRuns: 1000 }
    )
  })

  it('never start in the future, nor put the past above the present', () => {
    fc.assert(
      fc.property(sides, (access) => {
        const split = recordPermissionSplit(access)
        expect(split.effectiveDate <= TODAY).toBe(true)
        expect(isAtLeast(split.current, split.historical)).toBe(true)
      }),
      { numRuns: 500 }
    )
  })
})

describe('the examples of R12', () => {
  it('full without a date: full now and before, since it was granted', () => {
    expect(splitOf({ FULL_RECORD: on('2023-06-01') })).toEqual({
      current: 'FULL',
      historical: 'FULL',
      effectiveDate: '2023-06-01'
    })
  })

  it('prospective from a day over summary: full from it, summary before', () => {
    expect(
      splitOf({
        SUMMARY: on('2020-01-01'),
        PROSPECTIVE: on('2023-11-01', '2023-11-01')
      })
    ).toEqual({
      current: 'FULL',
      historical: 'SUMMARY',
      effectiveDate: '2023-11-01'
    })
  })

  it('full from 2022 with prospective from 2020: full from 2020', () => {
    expect(
      splitOf({
        FULL_RECORD: on('2023-01-01', '2022-01-01'),
        PROSPECTIVE: on('2023-01-01', '2020-01-01')
      })
    ).toEqual({
      current: 'FULL',
      historical: 'NONE',
      effectiveDate: '2020-01-01'
    })
  })
})

describe('the day an undivided rung was granted (R11)', () => {
  it('is the later of the two sides', () => {
    expect(
      splitOf(
        { DETAILED_CODED: on('2022-05-05') },
        { DETAILED_CODED: on('2023-05-05') }
      )
    ).toMatchObject({ current: 'DETAILED', effectiveDate: '2023-05-05' })
  })

  it('does not count a switch that waits for its start', () => {
    expect(
      splitOf({
        FULL_RECORD: on('2020-01-01', addDays(TODAY, 1)),
        DETAILED_CODED: on('2023-05-05')
      })
    ).toEqual({
      current: 'DETAILED',
      historical: 'DETAILED',
      effectiveDate: '2023-05-05'
    })
  })

  it('is today when a start has only now come', () => {
    expect(splitOf({ PROSPECTIVE: on('2023-01-01', TODAY) })).toEqual({
      current: 'FULL',
      historical: 'NONE',
      effectiveDate: TODAY
    })
  })

  it('is the day of the last change while nothing is granted', () => {
    const off = { enabled: false, startDate: null, changedOn: '2023-09-09' }
    expect(splitOf({ SUMMARY: off })).toEqual({
      current: 'NONE',
      historical: 'NONE',
      effectiveDate: '2023-09-09'
    })
  })

  it('is today where no day was kept', () => {
    expect(splitOf({}, {})).toMatchObject({ effectiveDate: TODAY })
  })
})
