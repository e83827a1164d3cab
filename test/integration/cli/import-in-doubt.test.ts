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
  aMedication,
  anAllergy,
  anOrder,
  anOrganization,
  aPatient,
  aPlan,
  aPractitioner,
  aRecord,
  aStatement,
  NOPAT_LABEL,
  type Resource
} from '../../support/builders/bundle.ts'
import { openImportDesk, type ImportDesk } from '../../support/import-desk.ts'

let desk: ImportDesk
beforeAll(async () => {
  desk = await openImportDesk()
})
afterEach(() => desk.clear())
afterAll(() => desk.close())

const saidOf = async (bundle: Resource): Promise<string> => {
  const { failed, lines } = await desk.take(bundle)
  expect(failed).toBe(false)
  return lines.join('\n')
}

describe('a patient of whom it is not clear', () => {
  const take = (rest: Resource) =>
    saidOf(aBundle([anOrganization(), aPractitioner(), aPatient(rest)]))

  const held = async () => {
    const [patient] = await desk.rows(
      'select active, deceased, sensitive from patient'
    )
    return patient
  }

  it.each<[Resource, string]>([
    [{ deceasedDateTime: '2024-05-06' }, '2024-05-06'],
    [{ deceasedDateTime: 'not a date' }, 'unknown'],
    [{ deceasedDateTime: '' }, 'unknown'],
    [{ deceasedDateTime: 'x', deceasedBoolean: false }, 'unknown'],
    [{ deceasedDateTime: '2024', deceasedBoolean: false }, '2024'],
    [{ deceasedDateTime: false }, 'unknown'],
    [{ _deceasedDateTime: { extension: [{ url: 'x' }] } }, 'unknown'],
    [{ deceasedBoolean: true }, 'unknown'],
    [{ deceasedBoolean: 'yes' }, 'unknown'],
    [{ deceasedBoolean: 0 }, 'unknown']
  ])('whether they live, %j is read as deceased: %s', async (rest, date) => {
    await take(rest)
    expect(await held()).toMatchObject({ deceased: date })
  })

  it('says that it was not understood', async () => {
    expect(await take({ deceasedBoolean: 'yes' })).toMatch(
      /Patient\.deceasedBoolean: is not understood; taken as deceased/
    )
  })

  it('is alive if nothing else is said', async () => {
    await take({ deceasedBoolean: false })
    expect(await held()).toMatchObject({ deceased: null, active: true })
  })

  it.each(['no', 0, {}, 'TRUE'])('active as %j is not', async (active) => {
    expect(await take({ active })).toMatch(
      /Patient\.active: is neither true nor false; taken as false/
    )
    expect(await held()).toMatchObject({ active: false })
  })

  it('is active where the source does not say', async () => {
    await take({ active: undefined })
    expect(await held()).toMatchObject({ active: true })
  })

  it.each(['R', 'r', 'V', 'NOPAT'])('is sensitive by %s', async (code) => {
    const said = await take({ meta: { security: [{ code }] } })
    expect(await held()).toMatchObject({ sensitive: true })
    expect(said).toMatch(
      /Patient\.meta\.security: is not the usual label; taken as sensitive/
    )
  })
})

describe('an entry of which it is not clear', () => {
  const flags = (table: string) =>
    desk.rows(
      `select restricted, entered_in_error as errored from ${table}
        order by source_key`
    )
  const course = (
    statement: Resource,
    plan: Resource = {},
    ...orders: Resource[]
  ) =>
    saidOf(
      aRecord(
        aMedication(),
        aStatement('s', statement),
        aPlan('s', plan),
        ...orders
      )
    )

  it('whose label it has is restricted, which is reported', async () => {
    const meta = { security: [{ code: 'NOPAT' }] }
    const said = await saidOf(aRecord(anAllergy('a', { meta })))
    expect(await flags('allergy')).toEqual([
      { restricted: true, errored: false }
    ])
    expect(said).toMatch(/meta\.security: is not the usual label; taken as re/)
    expect(said).not.toMatch(/Not taken/)
  })

  it('is in error when its plan is, however it is spelt', async () => {
    await course({}, { status: 'Entered-In-Error' })
    expect(await flags('medication_course')).toMatchObject([{ errored: true }])
  })

  it('is an order in error, and its course is not', async () => {
    await course({}, {}, anOrder('s', 'o', { status: 'ENTERED-IN-ERROR' }))
    expect(await flags('medication_issue')).toMatchObject([{ errored: true }])
    expect(await flags('medication_course')).toMatchObject([{ errored: false }])
  })

  it('is restricted by an order that cannot be taken itself', async () => {
    const order = anOrder('s', 'o', { meta: NOPAT_LABEL, status: 'Draft' })
    await course({}, {}, order)
    expect(await flags('medication_issue')).toEqual([])
    expect(await flags('medication_course')).toMatchObject([
      { restricted: true }
    ])
  })

  it.each<[string, Resource]>([
    ['restricted', { status: 'finished', meta: NOPAT_LABEL }],
    ['a draft', { status: 'unknown' }],
    ['planned', { status: 'planned' }]
  ])('is restricted in a consultation that is %s', async (_what, rest) => {
    const consultation = { resourceType: 'Encounter', id: 'e', ...rest }
    const context = { reference: 'Encounter/e' }
    await course({ context }, {}, consultation)
    expect(await flags('medication_course')).toMatchObject([
      { restricted: true }
    ])
  })

  it('is not restricted in a consultation that is finished', async () => {
    const consultation = {
      resourceType: 'Encounter',
      id: 'e',
      status: 'finished'
    }
    await course({ context: { reference: 'Encounter/e' } }, {}, consultation)
    expect(await flags('medication_course')).toMatchObject([
      { restricted: false }
    ])
  })

  it('is restricted by a label of the whole Bundle', async () => {
    await saidOf({ ...aRecord(anAllergy('a')), meta: NOPAT_LABEL })
    expect(await flags('allergy')).toMatchObject([{ restricted: true }])
  })

  it('is restricted by the label of its medicine', async () => {
    await saidOf(
      aRecord(aMedication({ meta: NOPAT_LABEL }), aStatement('s'), aPlan('s'))
    )
    expect(await flags('medication_course')).toMatchObject([
      { restricted: true }
    ])
  })

  it('is hidden when its status means nothing here', async () => {
    expect(await course({ status: 'under-seal' })).toMatch(
      /MedicationStatement: is hidden from the patient's view/
    )
    expect(await flags('medication_course')).toEqual([
      { restricted: true, errored: false }
    ])
  })

  it('is not taken while it is a draft', async () => {
    expect(await course({ status: 'Draft' })).toMatch(/is a draft/)
    expect(await flags('medication_course')).toEqual([])
  })

  it('is one of the types that no table knows', async () => {
    const said = await saidOf(
      aRecord({ resourceType: '__proto__' }, { resourceType: 'constructor' })
    )
    expect(said).toMatch(/constructor: is no part of the record/)
  })
})
