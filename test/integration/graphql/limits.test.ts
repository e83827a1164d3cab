import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { postGraph } from '../../support/graph-post.ts'

let server: TestApp
let token: string

beforeAll(async () => {
  server = await startTestApp()
  token = await server.tokenOf('ada')
})
afterAll(() => server.close())

const ask = (operation: object) => postGraph(server.url, { operation, token })

const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ')

/** Each fragment spreads the next one twice. */
const doubling = (root: string, type: string, leaf: string): string =>
  `${root} ${times(30, (i) => `fragment f${i} on ${type} { ...f${i + 1} ...f${i + 1} }`)} fragment f30 on ${type} { ${leaf} }`

const inRecord = (fields: string): string =>
  `{ viewer { patients { record { ${fields} } } } }`

const COSTLY = times(
  14,
  (i) =>
    `m${i}: medications(first: 100) { nodes { id issues { id } } edges { node { id issues { id } } } }`
)

describe('an operation that is too costly', () => {
  it.each([
    ['many aliases', `{ ${times(16, (i) => `a${i}: viewer { kind }`)} }`],
    [
      'many aliases within introspection',
      `{ __schema { ${times(16, (i) => `a${i}: types { name }`)} } }`
    ],
    ['many entries', inRecord(COSTLY)],
    [
      'many entries, and a page of a negative size that seems to pay for them',
      inRecord(`${COSTLY} allergies(first: -1000000) { nodes { id } }`)
    ],
    [
      'fragments that double',
      doubling('{ ...f0 }', 'Query', 'viewer { kind }')
    ],
    [
      'fragments that double within introspection',
      doubling('{ __schema { ...f0 } }', '__Schema', 'types { name }')
    ]
  ])('is refused: %s', async (_what, query) => {
    const answer = await ask({ query })
    expect(answer.status).toBe(400)
    expect(answer.body.data).toBeUndefined()
    expect(answer.body.errors).toHaveLength(1)
    expect(answer.body.errors?.[0]?.extensions?.code).toBe('QUERY_TOO_COSTLY')
  })

  it('is refused to nobody in particular just the same', async () => {
    const operation = {
      query: doubling('{ ...f0 }', 'Query', 'viewer { kind }')
    }
    const { body } = await postGraph(server.url, { operation })
    expect(body.errors?.[0]?.extensions?.code).toBe('QUERY_TOO_COSTLY')
  })

  it('is refused whatever its variables are', async () => {
    const query = `query Q($first: Int = 1) ${inRecord(`${COSTLY} allergies(first: $first) { nodes { id } }`)}`
    const unset = await ask({ query })
    expect(unset.body.errors?.[0]?.extensions?.code).toBe('QUERY_TOO_COSTLY')
    const none = await ask({ query, variables: { first: null } })
    expect(none.status).toBe(400)
    expect(none.body).toEqual({
      errors: [
        expect.objectContaining({
          extensions: { code: 'BAD_USER_INPUT', field: ['first'] }
        })
      ]
    })
  })

  it('with a body over the limit is 413', async () => {
    const answer = await ask({
      query: `{ viewer { kind } } #${'x'.repeat(210_000)}`
    })
    expect(answer.status).toBe(413)
  })
})

describe('an operation within the limits', () => {
  it('may go as deep as the schema does', async () => {
    const deepest =
      'edges { node { reaction { exposureRoute { coding { code } } } } }'
    const answer = await ask({
      query: inRecord(`allergies { ${deepest} }`)
    })
    expect(answer.status).toBe(200)
    expect(answer.body.errors).toBeUndefined()
  })

  it('may read the whole schema, as GraphiQL does', async () => {
    const { getIntrospectionQuery } = await import('graphql')
    const answer = await ask({ query: getIntrospectionQuery() })
    expect(answer.body.errors).toBeUndefined()
  })
})

describe('fragments within themselves', () => {
  it('are not valid', async () => {
    const answer = await ask({
      query:
        '{ ...a } fragment a on Query { ...b ...b } fragment b on Query { ...a ...a viewer { kind } }'
    })
    expect(answer.status).toBe(400)
    expect(answer.body.errors?.[0]?.extensions?.code).toBe(
      'GRAPHQL_VALIDATION_FAILED'
    )
  })
})
