import { describe, expect, it } from '@jest/globals'
import { parse } from 'graphql'
import { documentShape } from '../../../src/graphql/document-shape.ts'
import { checkShape } from '../../../src/graphql/limits.ts'

const nested = (levels: number, leaf = 'id'): string =>
  levels === 1 ? leaf : `next { ${nested(levels - 1, leaf)} }`

const check = (text: string) => () => checkShape(parse(text))

describe('the limit of depth', () => {
  it('is ten fields', () => {
    expect(check(`{ ${nested(10)} }`)).not.toThrow()
    expect(check(`{ ${nested(11)} }`)).toThrow('depth above 10')
  })

  it('counts through fragments, which are no level themselves', () => {
    const rest = 'fragment f on Node { ... on Node { ... { deep { id } } } }'
    expect(check(`{ ${nested(9, '...f')} } ${rest}`)).not.toThrow()
    expect(check(`{ ${nested(10, '...f')} } ${rest}`)).toThrow('depth above 10')
  })

  it('holds for each operation of a document', () => {
    expect(check(`query A { id } query B { ${nested(11)} }`)).toThrow('depth')
  })

  it('leaves introspection to the limit of graphql-js', () => {
    expect(check(`{ __schema { ${nested(12)} } }`)).not.toThrow()
  })
})

describe('the shape of a document', () => {
  it('counts what a fragment holds at each place it is spread', () => {
    const text = '{ ...f a: id ...f } fragment f on Node { b: id id }'
    expect(documentShape(parse(text))).toEqual({
      depth: 1,
      aliases: 3,
      selections: 7
    })
  })

  it('ends for a fragment within itself and for one that is not there', () => {
    const text = '{ ...f ...g } fragment f on Node { ...f next { ...f id } }'
    expect(documentShape(parse(text)).depth).toBe(2)
  })
})
