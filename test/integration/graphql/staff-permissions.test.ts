import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { GraphQLSchema } from 'graphql'
import { Client } from 'pg'
import { createPlainSchema } from '../../../src/graphql/schema.ts'
import type { TokenVerifier } from '../../../src/modules/identity/token-verifier.ts'
import {
  isOpenToCitizens,
  STAFF_OPERATIONS,
  type StaffOperation
} from '../../../src/policy/staff-operations.ts'
import { permissionsOfStaff } from '../../../src/policy/staff-roles.ts'
import {
  STAFF_PERMISSIONS,
  STAFF_ROLES,
  type StaffPermission,
  type StaffRole
} from '../../../src/policy/viewer.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { postGraph, type GraphAnswer } from '../../support/graph-post.ts'
import { operationFor } from '../../support/operation-document.ts'
import { ELM_TREE } from '../../support/people.ts'
import {
  SAMPLE_OPERATIONS,
  sampleArguments,
  type StoredDemo
} from '../../support/sample-operations.ts'

let server: TestApp
let admin: Client
let schema: GraphQLSchema

/** What a verified token of staff is taken to grant; undefined: what it says. */
let granted: ReadonlySet<StaffPermission> | undefined

const granting = (verifier: TokenVerifier): TokenVerifier => ({
  verify: async (header) => {
    const verified = await verifier.verify(header)
    return verified.ok && verified.value.kind === 'practice-staff' && granted
      ? { ok: true, value: { ...verified.value, permissions: granted } }
      : verified
  }
})

beforeAll(async () => {
  server = await startTestApp({ granting })
  schema = await createPlainSchema()
  admin = new Client({ connectionString: server.database.adminUrl })
  await admin.connect()
})
afterAll(async () => {
  await admin.end()
  await server.close()
})

const OPERATIONS = Object.keys(STAFF_OPERATIONS).filter(
  (name): name is StaffOperation => name in STAFF_OPERATIONS
)
const MUTATIONS = OPERATIONS.filter((name) => name.startsWith('Mutation.'))

const storedDemo = async (): Promise<StoredDemo> => {
  const versions = await admin.query<{ key: string; version: number }>(
    `select ods_code as key, a.version from practice_record_access a
        join practice p on p.id = a.practice_id
      union all
      select nhs_number, a.version from patient_record_access a
        join patient p on p.id = a.patient_id`
  )
  const entries = await admin.query<{ key: string; id: string }>(
    `select nhs_number as key, a.id from allergy a
        join patient p on p.id = a.patient_id
      order by a.restricted`
  )
  return {
    versions: new Map(versions.rows.map(({ key, version }) => [key, version])),
    entryIds: new Map(entries.rows.map(({ key, id }) => [key, id]))
  }
}

/** Every row of every table but the audit's, which tells of refusals too. */
const rowsStored = async (): Promise<unknown[]> => {
  const { rows: tables } = await admin.query<{ name: string }>(
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_name not like 'audit%' order by 1`
  )
  const stored: unknown[] = []
  for (const { name } of tables) {
    const { rows } = await admin.query(
      `select xmin::text, to_jsonb(t) as row from "${name}" t order by 2::text`
    )
    stored.push({ name, rows })
  }
  return stored
}

const ask = async (
  operation: StaffOperation,
  token: string
): Promise<GraphAnswer> => {
  const given = sampleArguments(operation, await storedDemo())
  return postGraph(server.url, {
    operation: operationFor(schema, operation, given),
    token
  })
}

const askWith = async (
  operation: StaffOperation,
  permissions: readonly StaffPermission[]
): Promise<GraphAnswer> => {
  granted = new Set(permissions)
  try {
    return await ask(operation, await server.tokenOf('gp'))
  } finally {
    granted = undefined
  }
}

const tokenWith = (
  roles: readonly StaffRole[],
  activityCodes: readonly string[] = []
): Promise<string> =>
  server.issue({
    key: 'somebody',
    label: 'Somebody',
    description: 'Staff of Elm Tree Surgery',
    kind: 'staff',
    userId: '999000000099',
    roleProfileId: '999000000099',
    odsCode: ELM_TREE,
    roles,
    activityCodes
  })

/** FORBIDDEN for the lack of a permission, or answered without any error. */
const outcomeOf = ({ body }: GraphAnswer): unknown => {
  if (!body.errors) return 'ALLOWED'
  const [{ extensions } = {}] = body.errors
  return `${extensions?.['code']} ${extensions?.['reason']}`
}

const REFUSED = 'FORBIDDEN PERMISSION_MISSING'

it('every staff operation has a sample, and needs what its criterion says', () => {
  const needs = Object.entries(SAMPLE_OPERATIONS).map(([name, sample]) => [
    name,
    sample.needs
  ])
  expect(Object.fromEntries(needs)).toEqual(STAFF_OPERATIONS)
})

it('every mutation is a staff operation', () => {
  const names = Object.keys(schema.getMutationType()?.getFields() ?? {})
  expect(names.map((name) => `Mutation.${name}`).toSorted()).toEqual(
    MUTATIONS.toSorted()
  )
})

describe.each(OPERATIONS)('%s', (operation) => {
  const { needs } = SAMPLE_OPERATIONS[operation]
  const others = STAFF_PERMISSIONS.filter((one) => one !== needs)

  it('is refused for want of its permission, and nothing changes', async () => {
    const before = await rowsStored()
    expect(outcomeOf(await askWith(operation, others))).toBe(REFUSED)
    for (const other of others) {
      const answer = await askWith(operation, [other])
      expect([other, outcomeOf(answer)]).toEqual([other, REFUSED])
    }
    expect(outcomeOf(await askWith(operation, []))).toBe(REFUSED)
    expect(await rowsStored()).toEqual(before)
  })

  it('needs its permission alone', async () => {
    const before = await rowsStored()
    expect(outcomeOf(await askWith(operation, [needs]))).toBe('ALLOWED')
    // What was refused above would have changed something.
    const after = await rowsStored()
    expect(JSON.stringify(after) !== JSON.stringify(before)).toBe(
      MUTATIONS.includes(operation)
    )
  })

  it('is allowed whichever other permission is missing', async () => {
    for (const missing of others) {
      const answer = await askWith(
        operation,
        STAFF_PERMISSIONS.filter((one) => one !== missing)
      )
      expect([missing, outcomeOf(answer)]).toEqual([missing, 'ALLOWED'])
    }
  })

  it.each(STAFF_ROLES)(
    'is open to a token of %s as the role is',
    async (role) => {
      const answer = await ask(operation, await tokenWith([role]))
      expect(outcomeOf(answer)).toBe(
        permissionsOfStaff([role], []).has(needs) ? 'ALLOWED' : REFUSED
      )
    }
  )

  it('is refused to nobody known, and to patients unless it is theirs too', async () => {
    const before = await rowsStored()
    const patient = await ask(operation, await server.tokenOf('ada'))
    expect(outcomeOf(patient) === 'ALLOWED').toBe(isOpenToCitizens(operation))
    const nobody = await postGraph(server.url, {
      operation: operationFor(
        schema,
        operation,
        sampleArguments(operation, await storedDemo())
      )
    })
    expect(nobody.body.errors?.[0]?.extensions?.['code']).toBe(
      'UNAUTHENTICATED'
    )
    expect(await rowsStored()).toEqual(before)
  })
})

it('an RBAC activity opens what a role does not', async () => {
  const operation = 'Mutation.setPracticeRecordAccess'
  const without = await ask(operation, await tokenWith(['RECEPTIONIST']))
  expect(outcomeOf(without)).toBe(REFUSED)
  const withIt = await tokenWith(['RECEPTIONIST'], ['B0062'])
  expect(outcomeOf(await ask(operation, withIt))).toBe('ALLOWED')
})
