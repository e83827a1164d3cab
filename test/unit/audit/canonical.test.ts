import { describe, expect, it } from '@jest/globals'
import {
  canonicalText,
  hasForeignNumber,
  storable
} from '../../../src/modules/audit/canonical.ts'

describe('the canonical text of a value', () => {
  it('is the same whatever the order of its members, at every depth', () => {
    const one = { b: [{ y: 1, x: null }], a: 'text', ab: true }
    const other = { ab: true, a: 'text', b: [{ x: null, y: 1 }] }
    expect(canonicalText(one)).toBe(canonicalText(other))
    expect(canonicalText(one)).toBe(
      '{"a":"text","ab":true,"b":[{"x":null,"y":1}]}'
    )
  })

  it.each([
    [
      ['a', 'b'],
      ['b', 'a']
    ],
    [['a,b'], ['a', 'b']],
    [{ a: null }, {}],
    [{ a: 1 }, { a: '1' }],
    [{ a: { b: 1 } }, { 'a.b': 1 }],
    [[], {}],
    ['"', '\\"'],
    [null, Number.POSITIVE_INFINITY],
    [0, false]
  ])('tells %j from %j', (one, other) => {
    expect(canonicalText(one)).not.toBe(canonicalText(other))
  })
})

describe('what is stored in an audit row', () => {
  it('is as it will be read back', () => {
    const at = new Date('2026-11-23T12:00:00Z')
    expect(storable({ at, missing: undefined, list: [undefined] })).toEqual({
      at: '2026-11-23T12:00:00.000Z',
      list: [null]
    })
    expect(storable(undefined)).toBeNull()
  })

  it('has the sign of the unknown for what PostgreSQL cannot keep', () => {
    expect(storable({ 'a\0': 'b\0c', lone: '\uD800' })).toEqual({
      'a\uFFFD': 'b\uFFFDc',
      lone: '\uFFFD'
    })
  })

  it.each([0.5, 2 ** 53])('is not %s, which might come back otherwise', (n) => {
    expect(() => storable({ n })).toThrow(RangeError)
  })
})

describe('a number that is never stored', () => {
  it.each(['{"n": 1.0}', '[0.00000000000000000001]', '[12345678901234567]'])(
    'is seen in %s',
    (json) => expect(hasForeignNumber(json)).toBe(true)
  )

  it.each([
    '{"n": 1, "m": -9007199254740991}',
    '{"1.5": "1.5"}',
    String.raw`{"a\\": "\"1.5", "b": 2}`
  ])('is not seen in %s', (json) => expect(hasForeignNumber(json)).toBe(false))
})
