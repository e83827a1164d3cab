import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { NHS_NUMBERS } from '../../support/people.ts'
import { sql, databaseOf } from '../../../src/database/sql.ts'

let server: TestApp

beforeAll(async () => {
  server = await startTestApp()
})
afterAll(() => server.close())

/** Copies every allergy, course and issue of a patient `times` over. */
const enlarge = async (nhsNumber: string, times: number): Promise<void> => {
  const db = databaseOf(server.orm.em.fork())
  const columnsOf = async (table: string): Promise<string[]> => {
    const { rows } = await sql<{ name: string }>`
      select column_name::text as name from information_schema.columns
      where table_name = ${table} order by ordinal_position`.execute(db)
    return rows.map(({ name }) => name)
  }
  const copies: Record<string, Record<string, string>> = {
    allergy: {},
    medication_course: {
      plan_id: 'md5(e.plan_id || n::text)::uuid',
      prior_course_id: 'null'
    },
    medication_issue: { course_id: 'md5(e.course_id || n::text)::uuid' }
  }
  for (const [table, changed] of Object.entries(copies)) {
    const values = (await columnsOf(table)).map((name) => {
      if (name === 'id') return 'md5(e.id || n::text)::uuid'
      if (name === 'source_key') return "e.source_key || '#' || n"
      return changed[name] ?? `e.${name}`
    })
    await sql`
      insert into ${sql.table(table)}
      select ${sql.raw(values.join(', '))}
      from ${sql.table(table)} e cross join generate_series(1, ${times}) n
      where patient_id = (select id from patient
        where nhs_number = ${nhsNumber})`.execute(db)
  }
}

const ask = async (persona: string) => {
  const client = await server.clientOf(persona)
  server.statements.length = 0
  const { patient } = await client.PatientRecord({ nhsNumber: NHS_NUMBERS.ben })
  return {
    statements: server.statements.length,
    entries: patient?.record?.medications?.nodes.length ?? 0
  }
}

describe('the number of statements of a record query', () => {
  it('does not depend on the size of the record', async () => {
    // The first read of a practice begins its chain of audited reads.
    await ask('ben')
    const small = await ask('ben')
    const smallStaff = await ask('gp')
    await enlarge(NHS_NUMBERS.ben, 40)
    const large = await ask('ben')
    const largeStaff = await ask('gp')
    expect(large.entries).toBeGreaterThan(5 * small.entries)
    expect(large.statements).toBe(small.statements)
    expect(largeStaff.statements).toBe(smallStaff.statements)
    expect(large.statements).toBeLessThanOrEqual(17)
  })
})
