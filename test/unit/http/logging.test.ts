import { describe, expect, it } from '@jest/globals'
import { describeError } from '../../../src/http/logging.ts'

describe('an error in the log', () => {
  it('says what kind it is and where it came from', () => {
    const told = describeError(new TypeError('x is not a function'))
    expect(told).toMatchObject({
      type: 'TypeError',
      message: 'x is not a function'
    })
    expect(told['stack']).toContain('logging.test')
  })

  it('of a database is told without its words, which may quote data', () => {
    const error = Object.assign(
      new Error("insert into patient values ('9991230017', 'Bright')"),
      { name: 'DriverException', code: '23505', detail: 'Key (9991230017)' }
    )
    const told = JSON.stringify(describeError(error))
    expect(told).toContain('23505')
    expect(told).not.toMatch(/9991230017|Bright/)
  })
})
