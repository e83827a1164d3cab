import { describe, expect, it } from '@jest/globals'
import { PATIENT_ACCESS_OFF } from '../../../src/policy/record-access-switches.ts'
import {
  checkDefaultAccess,
  withDefaults,
  type DefaultSwitch
} from '../../../src/policy/default-access.ts'

const TODAY = '2026-11-23'

const access = (...switches: DefaultSwitch[]) => ({
  switches,
  prescriptionOrdering: false
})

const undated = (level: DefaultSwitch['level']): DefaultSwitch => ({
  level,
  startDate: null
})

describe('what newly enabled patients get', () => {
  it('takes any switches, dated or not', () => {
    const given = access(
      undated('SUMMARY'),
      undated('DETAILED_CODED'),
      undated('DOCUMENT'),
      { level: 'FULL_RECORD', startDate: '2020-01-01' },
      undated('PROSPECTIVE')
    )
    expect(checkDefaultAccess(given)).toEqual({ ok: true, value: given })
  })

  it('says everything that is wrong at once', () => {
    const given = access(undated('DOCUMENT'), undated('SUMMARY'), {
      level: 'SUMMARY',
      startDate: '2020-01-01'
    })
    expect(checkDefaultAccess(given)).toEqual({
      ok: false,
      error: [
        'LEVEL_TWICE',
        'START_DATE_NOT_APPLICABLE',
        'REQUIRES_DETAILED_CODED'
      ]
    })
  })

  it('fills only what staff never set, prospective from the day', () => {
    const set = { enabled: false, startDate: null, changedOn: '2025-02-03' }
    const given = { ...PATIENT_ACCESS_OFF, DETAILED_CODED: set }
    const filled = withDefaults(
      given,
      access(
        undated('SUMMARY'),
        undated('DETAILED_CODED'),
        { level: 'FULL_RECORD', startDate: '2020-01-01' },
        undated('PROSPECTIVE')
      ),
      TODAY
    )
    expect(filled).toEqual({
      ...given,
      SUMMARY: { enabled: true, startDate: null, changedOn: TODAY },
      FULL_RECORD: {
        enabled: true,
        startDate: '2020-01-01',
        changedOn: TODAY
      },
      PROSPECTIVE: { enabled: true, startDate: TODAY, changedOn: TODAY }
    })
  })
})
