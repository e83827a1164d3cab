import { describe, expect, it } from '@jest/globals'
import { isDatabaseUnavailable } from '../../../src/database/unavailable.ts'

const withCode = (code: string): Error =>
  Object.assign(new Error('Failed'), { code })

describe('a database is unavailable', () => {
  it.each([
    'ECONNREFUSED',
    'ETIMEDOUT',
    'EAI_AGAIN',
    '08000',
    '08001',
    '08006',
    '57P01',
    '57P03',
    '53300'
  ])('by the code %s', (code) => {
    expect(isDatabaseUnavailable(withCode(code))).toBe(true)
  })

  it.each([
    ['08P01', 'what we sent broke the protocol'],
    ['22021', 'text that it cannot hold'],
    ['23505', 'a duplicate'],
    ['40001', 'two transactions in each other’s way'],
    ['57014', 'a statement that was cancelled'],
    ['108006', 'no code of its']
  ])('not by the code %s: %s', (code) => {
    expect(isDatabaseUnavailable(withCode(code))).toBe(false)
  })

  it.each([
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect'
  ])('by the words "%s"', (message) => {
    expect(isDatabaseUnavailable(new Error(message))).toBe(true)
  })

  it('by whatever caused an error', () => {
    const cause = withCode('ECONNREFUSED')
    expect(isDatabaseUnavailable(new Error('Failed', { cause }))).toBe(true)
    expect(isDatabaseUnavailable({ previous: cause })).toBe(true)
    expect(isDatabaseUnavailable({ thrownValue: cause })).toBe(true)
    const several = new AggregateError([withCode('08P01'), cause])
    expect(isDatabaseUnavailable(several)).toBe(true)
  })

  it.each([null, undefined, 'ECONNREFUSED', {}, new Error('Other')])(
    'not by %p',
    (error) => {
      expect(isDatabaseUnavailable(error)).toBe(false)
    }
  )
})
