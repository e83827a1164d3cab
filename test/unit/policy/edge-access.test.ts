import { describe, expect, it } from '@jest/globals'
import { canFollowEdge } from '../../../src/policy/edge-access.ts'
import {
  grantedPermissions,
  WHOLE_RECORD
} from '../../../src/policy/effective-permissions.ts'
import {
  PATIENT_ACCESS_OFF,
  PRACTICE_ACCESS_OFF
} from '../../../src/policy/record-access-switches.ts'

const TODAY = '2026-11-23'
const on = (startDate: string | null = null) => ({
  enabled: true,
  startDate,
  changedOn: TODAY
})

/** The summary of everything, and all that is recorded from 2024 on. */
const permissions = grantedPermissions({
  practice: { ...PRACTICE_ACCESS_OFF, FULL_RECORD: on() },
  patient: {
    ...PATIENT_ACCESS_OFF,
    SUMMARY: on(),
    PROSPECTIVE: on('2024-01-01')
  },
  today: TODAY
})

const OLD = { clinicalDate: '1999-01-01', recordedDate: '1999-01-01' }
const LATELY = { clinicalDate: '1999-01-01', recordedDate: '2024-05-01' }

describe('an edge (R21)', () => {
  it('leads from what is seen at summary to the summary set alone', () => {
    expect(canFollowEdge(permissions, OLD, 'MEDICATIONS')).toBe(true)
    expect(canFollowEdge(permissions, OLD, 'ALLERGIES')).toBe(true)
    expect(canFollowEdge(permissions, OLD, 'PROBLEMS')).toBe(false)
    expect(canFollowEdge(permissions, OLD, 'DOCUMENTS')).toBe(false)
  })

  it('leads anywhere from what is seen at a higher level', () => {
    expect(canFollowEdge(permissions, LATELY, 'PROBLEMS')).toBe(true)
    expect(canFollowEdge(WHOLE_RECORD, OLD, 'PROBLEMS')).toBe(true)
  })
})
