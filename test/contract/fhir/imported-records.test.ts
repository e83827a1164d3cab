import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Bundle, Identifier, Resource } from 'fhir/r3.js'
import { databaseOf, sql } from '../../../src/database/sql.ts'
import type { DemoPersona } from '../../../src/modules/identity/demo-persona.ts'
import { createAuditTrail } from '../../../src/modules/audit/audit-trail.service.ts'
import { importPath } from '../../../src/modules/import/import-path.ts'
import { startTestApp, TEST_NOW, type TestApp } from '../../support/app.ts'
import {
  hasSharedFhir,
  loadFhirValidator,
  sharedExample
} from '../../support/fhir-validator.ts'
import {
  askStructuredRecord,
  bundleOf
} from '../../support/structured-record.ts'

let server: TestApp

beforeAll(async () => {
  server = await startTestApp()
})
afterAll(() => server.close())

const patientOf = (nhsNumber: string): DemoPersona => ({
  key: nhsNumber,
  label: 'An imported patient',
  description: 'At full',
  kind: 'citizen',
  nhsNumber,
  identityProofingLevel: 'P9'
})

/** As the practice's staff would by four mutations and the master switch. */
const openToFull = async (nhsNumber: string): Promise<void> => {
  const db = databaseOf(server.orm.em.fork())
  await sql`
    update patient_record_access a
    set full_record_enabled = true, master_state = 'ENABLED'
    from patient p
    where p.practice_id = a.practice_id and p.id = a.patient_id
      and p.nhs_number = ${nhsNumber}`.execute(db)
  await sql`
    update practice_record_access a set full_record_enabled = true
    from patient p
    where p.practice_id = a.practice_id
      and p.nhs_number = ${nhsNumber}`.execute(db)
}

const SHARED_TYPES = [
  'AllergyIntolerance',
  'MedicationStatement',
  'MedicationRequest'
]

const containedIn = (list: Resource): Resource[] => {
  const { contained = [] }: { contained?: Resource[] } = Object(list)
  return contained
}

/** `Type system|value` of every allergy and medication, contained ones too. */
const identifiersOf = (bundle: Bundle): string[] =>
  (bundle.entry ?? [])
    .flatMap(({ resource }) =>
      resource?.resourceType === 'List' ? containedIn(resource) : [resource]
    )
    .filter((resource) => resource !== undefined)
    .filter(({ resourceType }) => SHARED_TYPES.includes(resourceType))
    .flatMap((resource) => {
      const { identifier }: { identifier?: Identifier[] } =
        'identifier' in resource ? Object(resource) : {}
      return (identifier ?? []).map(
        ({ system, value }) => `${resource.resourceType} ${system}|${value}`
      )
    })
    .toSorted()

const EXAMPLES = [
  ['api-spec/response-fullRecordResponse.json', '9465701947'],
  ['good/structured-record-good.json', '9000000009']
] as const

const whenShared = hasSharedFhir ? describe : describe.skip

whenShared.each(EXAMPLES)('the NHS record %s, imported', (name, nhsNumber) => {
  it('exports without error all that was in it', async () => {
    const path = sharedExample(name)
    const audit = createAuditTrail({
      ...server.audit,
      em: server.orm.em,
      clock: () => TEST_NOW,
      report: () => undefined
    })
    const summary = await importPath({
      audit,
      path,
      dryRun: false,
      orm: server.orm,
      clock: () => TEST_NOW,
      ids: server.ids,
      say: () => undefined
    })
    await audit.close()
    expect(summary.failed).toBe(false)
    await openToFull(nhsNumber)
    const bundle = bundleOf(
      await askStructuredRecord(server.url, {
        token: await server.issue(patientOf(nhsNumber)),
        nhsNumber
      })
    )
    const errorsOf = await loadFhirValidator()
    expect(errorsOf(bundle)).toEqual([])
    const source: Bundle = JSON.parse(await readFile(path, 'utf8'))
    const expected = identifiersOf(source)
    expect(expected.length).toBeGreaterThan(3)
    expect(identifiersOf(bundle)).toEqual(expected)
  })
})
