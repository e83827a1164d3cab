import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { mayRewriteAudit } from '../../../src/database/application-rights.ts'
import { createOrm } from '../../../src/database/orm.ts'
import { databaseOf } from '../../../src/database/sql.ts'
import { withClient } from '../../../src/database/embedded/database-roles.ts'
import {
  createTestDatabase,
  type TestDatabase
} from '../../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const mayRewrite = async (url: string): Promise<boolean> => {
  const orm = await createOrm({ url })
  try {
    return await mayRewriteAudit(databaseOf(orm.em))
  } finally {
    await orm.close(true)
  }
}

const asOwner = (statement: string) =>
  withClient(database.migrationUrl, (client) => client.query(statement))

it('the role with the grants of the migrations may only add to the audit', async () => {
  expect(await mayRewrite(database.applicationUrl)).toBe(false)
})

it('the owner of the tables may rewrite it, and so may a superuser', async () => {
  expect(await mayRewrite(database.migrationUrl)).toBe(true)
  expect(await mayRewrite(database.adminUrl)).toBe(true)
})

it.each([
  'update on audit_event',
  'update (reason) on audit_event',
  'delete on audit_read',
  'truncate on audit_read'
])('a role that was granted %s may', async (right) => {
  const role = new URL(database.applicationUrl).username
  await asOwner(`grant ${right} to "${role}"`)
  expect(await mayRewrite(database.applicationUrl)).toBe(true)
  await asOwner(`revoke ${right} from "${role}"`)
  expect(await mayRewrite(database.applicationUrl)).toBe(false)
})
