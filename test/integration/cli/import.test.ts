import { existsSync } from 'node:fs'
import { readFile, truncate, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import {
  afterAll,
  afterEach,
  beforeAll,
  describe,
  expect,
  it
} from '@jest/globals'
import {
  aBundle,
  anAllergy,
  anOrganization,
  aPatient,
  aPractitioner,
  aRecord,
  NHS_NUMBER,
  type Resource
} from '../../support/builders/bundle.ts'
import { openImportDesk, type ImportDesk } from '../../support/import-desk.ts'

let desk: ImportDesk
beforeAll(async () => {
  desk = await openImportDesk()
})
afterEach(() => desk.clear())
afterAll(() => desk.close())

const EXAMPLES = resolve('../shared/fhir/examples')
const NHS_RECORD = join(EXAMPLES, 'api-spec/response-fullRecordResponse.json')
const GOOD_RECORD = join(EXAMPLES, 'good/structured-record-good.json')

const examples = existsSync(NHS_RECORD) ? describe : describe.skip

/** Business identifiers of the resources that a test is about. */
const identifiersIn = async (
  path: string,
  wanted: (resource: Resource) => boolean
): Promise<string[]> => {
  const bundle = JSON.parse(await readFile(path, 'utf8'))
  return bundle.entry
    .map(({ resource }: { resource: Resource }) => resource)
    .filter(wanted)
    .flatMap(({ identifier }: { identifier: Resource[] }) => identifier)
    .map(({ system, value }: Resource) => `${system}|${value}`)
    .toSorted()
}

/** All but the audit, which has a row for every import. */
const recordOf = <Value>(tables: Record<string, Value>) =>
  Object.fromEntries(
    Object.entries(tables).filter(([name]) => !name.startsWith('audit'))
  )

const held = async (table: string, column = 'identifiers') =>
  (
    await desk.rows(
      `select (i->>'system') || '|' || (i->>'value') as id
        from ${table}, jsonb_array_elements(${column}) i order by 1`
    )
  ).map(({ id }) => String(id))

const ofType = (type: string, intent?: string) => (resource: Resource) =>
  resource.resourceType === type &&
  (intent === undefined || resource.intent === intent)

examples('records as published (skipped where ../shared is not there)', () => {
  it.each([
    [
      'the NHS full record',
      NHS_RECORD,
      { allergies: 0, courses: 3, issues: 3 }
    ],
    ['the good record', GOOD_RECORD, { allergies: 1, courses: 1, issues: 1 }]
  ])(
    'takes every allergy and medication of %s',
    async (_name, path, counts) => {
      const { failed } = await desk.take(path)
      expect(failed).toBe(false)
      const allergies = await held('allergy')
      const courses = await held('medication_course')
      const issues = await held('medication_issue')
      expect([allergies, courses, issues].map(({ length }) => length)).toEqual([
        counts.allergies,
        counts.courses,
        counts.issues
      ])
      expect(allergies).toEqual(
        (await identifiersIn(path, ofType('AllergyIntolerance'))).toSorted()
      )
      expect(courses).toEqual(
        await identifiersIn(path, ofType('MedicationStatement'))
      )
      expect(await held('medication_course', 'plan_identifiers')).toEqual(
        await identifiersIn(path, ofType('MedicationRequest', 'plan'))
      )
      expect(issues).toEqual(
        await identifiersIn(path, ofType('MedicationRequest', 'order'))
      )
    }
  )

  it.each([
    ['the NHS full record', NHS_RECORD],
    ['the good record', GOOD_RECORD]
  ])('changes no row when %s comes again', async (_name, path) => {
    await desk.take(path)
    const before = recordOf(await desk.snapshot())
    const { first } = await desk.take(path)
    expect(recordOf(await desk.snapshot())).toEqual(before)
    for (const counts of first.report?.counts.values() ?? []) {
      expect(counts).toMatchObject({ CREATED: 0, UPDATED: 0 })
    }
  })

  it('says of the NHS full record what it does not take', async () => {
    const { lines } = await desk.take(NHS_RECORD)
    const said = lines.join('\n')
    expect(said).toMatch(/191 × Observation: .* not imported yet/)
    expect(said).toMatch(/49 × Encounter: consultations are not imported yet/)
    expect(said).toMatch(/MedicationStatement\.context: leads to Encounter/)
  })

  it('gives the record to a practice where everything is off', async () => {
    await desk.take(NHS_RECORD)
    const [practice] = await desk.rows(
      `select ods_code, summary_enabled or detailed_coded_enabled
          or document_enabled or full_record_enabled as any
        from practice join practice_record_access on practice_id = id`
    )
    expect(practice).toEqual({ ods_code: 'A86005', any: false })
    const [patient] = await desk.rows(
      `select master_state, summary_enabled from patient_record_access`
    )
    expect(patient).toEqual({
      master_state: 'NEVER_ENABLED',
      summary_enabled: false
    })
  })
})

describe('what is no record', () => {
  const file = (name: string) => join(desk.folder, name)

  const refusal = async (
    source: string | object,
    options = {}
  ): Promise<string> => {
    const before = await desk.snapshot()
    const { failed, first, lines } = await desk.take(source, options)
    expect(failed).toBe(true)
    expect(first.outcome).toBe('REFUSED')
    expect(await desk.snapshot()).toEqual(before)
    expect(lines.join('\n')).not.toContain(NHS_NUMBER)
    return lines.join('\n')
  }

  const refusalOfText = async (text: string): Promise<string> => {
    await writeFile(file('text.json'), text)
    return refusal(file('text.json'))
  }

  it('refuses a file that is not there', async () => {
    expect(await refusal(file('none.json'))).toMatch(/ENOENT/)
  })

  it('refuses what is not JSON, with the place and without the text', async () => {
    const said = await refusalOfText('{\n  "family": "Example",\n  oops }')
    expect(said).toMatch(/is not JSON: fault in line 3, column 3/)
    expect(said).not.toMatch(/Example|oops/)
  })

  it('refuses 50 MB before it reads them', async () => {
    await writeFile(file('large.json'), '')
    await truncate(file('large.json'), 50 * 1024 * 1024)
    expect(await refusal(file('large.json'))).toMatch(
      /is 50\.0 MB; a Bundle may have 40\.0 MB at most/
    )
  })

  it.each([
    ['a list', '[]', /is JSON, but not an object/],
    ['nothing', 'null', /is JSON, but not an object/],
    ['XML', '<Bundle/>', /is XML or HTML/],
    ['another resource', '{"resourceType":"Patient"}', /"Patient"/],
    [
      'another type of Bundle',
      '{"resourceType":"Bundle","type":"searchset"}',
      /type is "searchset"/
    ],
    ['endless nesting', `${'['.repeat(300)}${']'.repeat(300)}`, /nested deeper/]
  ])('refuses %s', async (_name, text, reason) => {
    expect(await refusalOfText(text)).toMatch(reason)
  })

  it('refuses bytes that are no UTF-8', async () => {
    await writeFile(file('latin.json'), Buffer.from('{"a":"é"}', 'latin1'))
    expect(await refusal(file('latin.json'))).toMatch(/not text in UTF-8/)
  })

  it.each<[string, object, RegExp]>([
    [
      'a Bundle that names an R4 profile',
      aBundle([
        aPatient({
          meta: {
            profile: [
              'https://fhir.hl7.org.uk/StructureDefinition/UKCore-Patient'
            ]
          }
        })
      ]),
      /is FHIR R4 \(by Patient\.meta\.profile\)/
    ],
    [
      'an allergy as R4 has it',
      aRecord(
        anAllergy('a', { clinicalStatus: { coding: [{ code: 'active' }] } })
      ),
      /is FHIR R4 \(by AllergyIntolerance\.clinicalStatus\)/
    ],
    ['no patient', aBundle([anOrganization()]), /has no Patient/],
    [
      'two patients',
      aRecord(aPatient({ id: 'other' })),
      /more than one Patient/
    ],
    [
      'a wrong check digit',
      aBundle([
        anOrganization(),
        aPatient({
          identifier: [
            { system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9991230018' }
          ]
        })
      ]),
      /wrong check digit/
    ],
    [
      'an NHS number of nine digits',
      aBundle([
        aPatient({
          identifier: [
            { system: 'https://fhir.nhs.uk/Id/nhs-number', value: '999123001' }
          ]
        })
      ]),
      /not ten digits/
    ],
    [
      'no NHS number',
      aBundle([aPatient({ identifier: [{ system: 'x', value: '1' }] })]),
      /without an NHS number/
    ],
    [
      'no managing organisation',
      aBundle([aPatient({ managingOrganization: undefined })]),
      /say which practice with --practice/
    ],
    [
      'a birth date that is only a year',
      aBundle([aPatient({ birthDate: '1952' })]),
      /full date of birth/
    ]
  ])('refuses %s', async (_name, bundle, reason) => {
    expect(await refusal(bundle)).toMatch(reason)
  })

  it('refuses a practice it cannot find', async () => {
    expect(await refusal(aRecord(), { practice: 'Z99999' })).toMatch(
      /practice Z99999 nowhere/
    )
    expect(await refusal(aRecord(), { practice: '?' })).toMatch(/no ODS code/)
  })

  it('refuses a patient who is active at another practice', async () => {
    await desk.take(aRecord())
    const elsewhere = aBundle([
      anOrganization({
        identifier: [
          {
            system: 'https://fhir.nhs.uk/Id/ods-organization-code',
            value: 'B82002'
          }
        ]
      }),
      aPractitioner(),
      aPatient()
    ])
    expect(await refusal(elsewhere)).toMatch(/active at another practice/)
  })
})
