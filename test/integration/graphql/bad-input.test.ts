import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { patientQuery, postGraph } from '../../support/graph-post.ts'
import { NHS_NUMBERS } from '../../support/people.ts'

let server: TestApp
let token: string

beforeAll(async () => {
  server = await startTestApp()
  token = await server.tokenOf('gp')
})
afterAll(() => server.close())

const ask = (operation: object) => postGraph(server.url, { operation, token })

const LITERAL = `setPatientRecordAccess(nhsNumber: "${NHS_NUMBERS.ada}", input: `

const change = (input: string): string =>
  `mutation { ${LITERAL}{ ${input} }) { notices } }`

const allergies = (args: string): string =>
  `{ patient(nhsNumber: "${NHS_NUMBERS.ada}") { record { allergies(${args}) { nodes { id } } } } }`

const CHANGE_BY_VARIABLE =
  'mutation M($n: NhsNumber!, $input: SetPatientRecordAccessInput!) { setPatientRecordAccess(nhsNumber: $n, input: $input) { notices } }'

/** What nobody may read in an answer: a value that is not right. */
const WRONG = '9991230018'

describe('a value written in the operation', () => {
  it.each([
    [
      'a scalar of ours',
      `{ patient(nhsNumber: "${WRONG}") { id } }`,
      'nhsNumber'
    ],
    [
      'a scalar of another kind',
      `{ patient(nhsNumber: ${WRONG}) { id } }`,
      'nhsNumber'
    ],
    ['none', '{ patient(nhsNumber: null) { id } }', 'nhsNumber'],
    ['an Int', allergies(`first: "${WRONG}"`), 'first'],
    ['an Int out of range', allergies(`first: ${WRONG}`), 'first'],
    ['a String', allergies(`after: ${WRONG}`), 'after'],
    ['a list', allergies(`first: [${WRONG}]`), 'first'],
    ['an object', allergies(`first: { a: "${WRONG}" }`), 'first'],
    ['a directive’s', `{ viewer { kind @skip(if: "${WRONG}") } }`, 'if'],
    [
      'a date',
      change(
        'level: SUMMARY, enabled: true, expectedVersion: 1, startDate: "0000-01-01"'
      ),
      'input.startDate'
    ],
    [
      'an enum',
      change(`level: A${WRONG}, enabled: true, expectedVersion: 1`),
      'input.level'
    ],
    [
      'an enum as text',
      change(`level: "${WRONG}", enabled: true, expectedVersion: 1`),
      'input.level'
    ],
    [
      'a Boolean',
      change(`level: SUMMARY, enabled: ${WRONG}, expectedVersion: 1`),
      'input.enabled'
    ],
    [
      'an input without all it needs',
      change(`level: SUMMARY, enabled: true, reason: "${WRONG}"`),
      'input'
    ],
    [
      'text for an input',
      `mutation { ${LITERAL}"${WRONG}") { notices } }`,
      'input'
    ],
    [
      'a default',
      `query Q($n: NhsNumber! = "${WRONG}") { patient(nhsNumber: $n) { id } }`,
      'n'
    ]
  ])('is named and not repeated: %s', async (_what, query, field) => {
    const answer = await ask({ query })
    expect(answer.status).toBe(400)
    expect(answer.body.errors).toHaveLength(1)
    expect(answer.body.errors?.[0]).toMatchObject({
      message: expect.stringContaining(`${field} is not valid: `),
      extensions: { code: 'BAD_USER_INPUT', field: field.split('.') }
    })
    expect(answer.text).not.toContain(WRONG)
    expect(answer.text).not.toContain('0000')
  })

  it('says what was expected', async () => {
    const messages = async (query: string) =>
      (await ask({ query })).body.errors?.map(({ message }) => message)
    expect(await messages(`{ patient(nhsNumber: "${WRONG}") { id } }`)).toEqual(
      [
        'nhsNumber is not valid: NhsNumber must be ten digits with a right check digit'
      ]
    )
    expect(await messages(allergies('first: "1", from: "x"'))).toEqual([
      'first is not valid: expected Int',
      'from is not valid: LocalDate must be a calendar day as yyyy-mm-dd'
    ])
    expect(
      await messages(change('level: ALL, enabled: true, expectedVersion: 1'))
    ).toEqual(['input.level is not valid: expected RecordAccessSwitch'])
  })
})

describe('a variable', () => {
  it.each([
    [WRONG, 'a wrong check digit'],
    ['999123', 'too few digits'],
    ['9991 23001', 'a space']
  ])('%s (%s) is named and not repeated', async (number) => {
    const answer = await ask(patientQuery(number))
    expect(answer.status).toBe(400)
    expect(answer.body.errors?.[0]).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', field: ['n'] }
    })
    expect(answer.text).not.toContain(number)
  })

  it.each([
    ['a date', { startDate: '2024-02-30' }, 'input.startDate', 'calendar day'],
    ['an enum', { level: WRONG }, 'input.level', 'expected RecordAccessSwitch'],
    [
      'an enum that is no text',
      { level: 9991230018 },
      'input.level',
      'expected RecordAccessSwitch'
    ],
    [
      'an Int',
      { expectedVersion: WRONG },
      'input.expectedVersion',
      'expected Int'
    ],
    ['a Boolean', { enabled: WRONG }, 'input.enabled', 'expected Boolean'],
    ['a String', { reason: 9991230018 }, 'input.reason', 'expected String'],
    ['none', { level: null }, 'input.level', 'expected RecordAccessSwitch!'],
    [
      'an input without all it needs',
      { enabled: undefined, reason: `; ${WRONG}; at "x"; ` },
      'input',
      'was not provided'
    ],
    ['an input with more than it has', { more: WRONG }, 'input', 'not defined']
  ])('of %s is named with its path', async (_what, part, field, expected) => {
    const input = { level: 'SUMMARY', enabled: true, expectedVersion: 1 }
    const answer = await ask({
      query: CHANGE_BY_VARIABLE,
      variables: { n: NHS_NUMBERS.ada, input: { ...input, ...part } }
    })
    expect(answer.status).toBe(400)
    expect(answer.body).toEqual({
      errors: [
        expect.objectContaining({
          message: expect.stringContaining(expected),
          extensions: expect.objectContaining({
            code: 'BAD_USER_INPUT',
            field: field.split('.')
          })
        })
      ]
    })
    expect(answer.text).not.toContain(WRONG)
  })

  it('that is not there is named, with all others that are wrong', async () => {
    const answer = await ask({
      query: CHANGE_BY_VARIABLE,
      variables: { input: WRONG }
    })
    expect(answer.status).toBe(400)
    expect(
      answer.body.errors?.map(({ extensions }) => extensions?.field)
    ).toEqual([['n'], ['input']])
    expect(answer.text).not.toContain(WRONG)
  })

  it('with more faults than are told is bad input still', async () => {
    const wrong = Array.from({ length: 60 }, () => WRONG)
    const answer = await ask({
      query: `query Q($n: NhsNumber!, $types: [PrescriptionType!]) { patient(nhsNumber: $n) { fhirStructuredRecord(includeMedication: { filterPrescriptionType: $types }) } }`,
      variables: { n: NHS_NUMBERS.ada, types: wrong }
    })
    expect(answer.status).toBe(400)
    const codes = answer.body.errors?.map(({ extensions }) => extensions?.code)
    expect(new Set(codes)).toEqual(new Set(['BAD_USER_INPUT']))
    expect(answer.text).not.toContain(WRONG)
  })
})

describe('an argument that only its field can judge', () => {
  it.each([
    ['first: 0', 'first'],
    ['first: 101', 'first'],
    ['after: "9991230018"', 'after']
  ])('%s is refused beside the other data', async (args, field) => {
    const answer = await ask({ query: allergies(args) })
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      data: { patient: { record: { allergies: null } } },
      errors: [{ extensions: { code: 'BAD_USER_INPUT', field: [field] } }]
    })
    expect(answer.text).not.toContain(WRONG)
  })
})

describe('an operation that cannot be read', () => {
  it.each([
    [
      'GRAPHQL_PARSE_FAILED',
      { query: `{ patient(nhsNumber "${WRONG}") { id } }` }
    ],
    [
      'GRAPHQL_PARSE_FAILED',
      { query: `{ patient(nhsNumber: ${WRONG}x) { id } }` }
    ],
    ['GRAPHQL_PARSE_FAILED', { query: `{ viewer ${WRONG} { kind } }` }],
    ['GRAPHQL_VALIDATION_FAILED', { query: '{ nothing }' }],
    ['GRAPHQL_VALIDATION_FAILED', { query: '{ patient { id } }' }],
    ['GRAPHQL_VALIDATION_FAILED', { query: 'subscription { viewer }' }],
    [
      'OPERATION_RESOLUTION_FAILURE',
      { query: '{ viewer { kind } }', operationName: WRONG }
    ],
    ['BAD_REQUEST', {}],
    [
      'BAD_REQUEST',
      {
        query: '{ viewer { kind } }',
        extensions: { persistedQuery: { version: 1, sha256Hash: WRONG } }
      }
    ]
  ])('is %s: %j', async (code, operation) => {
    const answer = await ask(operation)
    expect(answer.status).toBe(400)
    expect(answer.body.errors).toHaveLength(1)
    expect(answer.body.errors?.[0]?.extensions).toEqual({ code })
    expect(answer.text).not.toContain(WRONG)
  })
})
