import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { MikroORM } from '@mikro-orm/postgresql'
import fc from 'fast-check'
import { createOrm } from '../../../src/database/orm.ts'
import { databaseOf, rowsOf, sql } from '../../../src/database/sql.ts'
import { windowFilter } from '../../../src/modules/record/entry-query.loader.ts'
import {
  isInWindow,
  type DateTest,
  type EntryDates
} from '../../../src/policy/effective-permissions.ts'
import {
  createTestDatabase,
  type TestDatabase
} from '../../support/database.ts'

const day = fc.constantFrom(
  '1950-01-01',
  '2019-12-31',
  '2020-01-01',
  '2020-01-02',
  '2024-02-29',
  '2026-11-22',
  '2026-11-23',
  '2026-11-24'
)
const dates: fc.Arbitrary<EntryDates> = fc.record({
  clinicalDate: fc.option(day),
  recordedDate: fc.option(day)
})
const test: fc.Arbitrary<DateTest> = fc.record({
  axis: fc.constantFrom('clinicalDate', 'recordedDate'),
  from: day
})
const window = fc.array(fc.array(test, { maxLength: 3 }), { maxLength: 3 })

describe('the row filter of a visibility window', () => {
  let database: TestDatabase
  let orm: MikroORM

  beforeAll(async () => {
    database = await createTestDatabase()
    orm = await createOrm({ url: database.applicationUrl })
  })
  afterAll(async () => {
    await orm.close(true)
    await database.drop()
  })

  it('keeps exactly the entries the policy’s predicate keeps', async () => {
    const db = databaseOf(orm.em.fork())
    const property = fc.asyncProperty(
      window,
      fc.array(dates, { minLength: 1, maxLength: 20 }),
      async (groups, entries) => {
        const rows = await rowsOf(
          db,
          sql<{ position: number }>`
            select e.position::int4 as position
            from unnest(${entries.map((entry) => entry.clinicalDate)}::date[],
              ${entries.map((entry) => entry.recordedDate)}::date[])
              with ordinality as e(clinical_date, recorded_date, position)
            where ${windowFilter(groups, 'e')} order by e.position`
        )
        const expected = entries.flatMap((entry, index) =>
          isInWindow(groups, entry) ? [index + 1] : []
        )
        expect(rows.map(({ position }) => position)).toEqual(expected)
      }
    )
    await fc.assert(property, { numRuns: 300 })
  })
})
