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

const allergies = () => desk.table('allergy')

describe('what cannot be kept', () => {
  const said = async (...entries: Resource[]): Promise<string> =>
    (await desk.take(aRecord(...entries))).lines.join('\n')

  it('is reported when a reference leads nowhere, its entry taken', async () => {
    const dangling = { context: { reference: 'Encounter/none' } }
    expect(
      await said(aMedication(), aStatement('s', dangling), aPlan('s'))
    ).toMatch(/MedicationStatement\.context: refers to nothing in the Bundle/)
    expect(await desk.rows('select 1 from medication_course')).toHaveLength(1)
  })

  it('is reported by its path, whatever it is', async () => {
    const odd = anAllergy('a', {
      colour: 'green',
      reaction: [{ severity: 'mild', onset: '2010' }, { severity: 'severe' }]
    })
    const report = await said(odd)
    expect(report).toMatch(/AllergyIntolerance\.colour: is not kept/)
    expect(report).toMatch(/AllergyIntolerance\.reaction\.onset: is not kept/)
    expect(report).toMatch(/AllergyIntolerance\.reaction: is not kept/)
  })

  it('is the entry of another patient', async () => {
    const other = { patient: { reference: 'Patient/other' } }
    expect(await said(anAllergy('a', other))).toMatch(/names another patient/)
    expect(await allergies()).toEqual([])
  })

  it('never shows whose record it is', async () => {
    const report = await said(
      anAllergy(`of-${NHS_NUMBER}`, { code: undefined }),
      anAllergy('\u001B[2J', { code: undefined }),
      anAllergy('a'),
      aMedication(),
      aStatement('s'),
      aPlan('s'),
      anOrder('s', 'o')
    )
    expect(report).not.toMatch(new RegExp(`${NHS_NUMBER}|Example|Ada|Patient/`))
    expect(report).not.toContain('\u001B')
    expect(report).toMatch(/AllergyIntolerance\/of-\*{10}/)
  })
})

describe('the patient', () => {
  const take = (rest: Resource, ...entries: Resource[]) =>
    desk.take(
      aBundle([anOrganization(), aPractitioner(), aPatient(rest), ...entries])
    )
  const label = (system: string, code: string) => ({
    system: `http://hl7.org/fhir/v3/${system}`,
    code
  })
  const patients = () =>
    desk.rows(
      `select active, deceased, sensitive, dissent_from_sharing,
        transfer_pending, version from patient`
    )

  it('comes with what the practice knows of them', async () => {
    await take(
      {
        active: false,
        deceasedDateTime: '2024-05',
        meta: {
          security: [
            label('Confidentiality', 'R'),
            label('ActCode', 'NODSCLCD')
          ]
        }
      },
      {
        resourceType: 'List',
        code: { coding: [{ code: '886921000000105' }] },
        extension: [
          {
            url: 'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-ListWarningCode-1',
            valueCode: 'data-in-transit'
          }
        ]
      }
    )
    expect(await patients()).toEqual([
      {
        active: false,
        deceased: '2024-05',
        sensitive: true,
        dissent_from_sharing: true,
        transfer_pending: true,
        version: 1
      }
    ])
  })

  it('stays sensitive when a source says so no more', async () => {
    await take({ meta: { security: [label('Confidentiality', 'R')] } })
    await take({ deceasedBoolean: true })
    expect(await patients()).toMatchObject([
      { sensitive: true, deceased: 'unknown', version: 2 }
    ])
  })
})

describe('the practice', () => {
  const names = () =>
    desk.rows('select ods_code, name from practice order by 1')

  it('known here stays as it is, and the difference is reported', async () => {
    await desk.take(aRecord())
    const { lines } = await desk.take(
      aBundle([anOrganization({ name: 'Other' }), aPractitioner(), aPatient()])
    )
    expect(await names()).toEqual([
      { ods_code: 'A81001', name: 'Elm Tree Surgery' }
    ])
    expect(lines.join('\n')).toMatch(/Organization\.name: the practice stays/)
  })

  it('may be chosen: the managing one is then any organisation', async () => {
    const code = (value: string) => ({
      identifier: [
        { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value }
      ]
    })
    const { failed, lines } = await desk.take(
      aRecord(
        anOrganization({ id: 'b', ...code('B82002'), name: 'Mill Lane' })
      ),
      { practice: 'b82002' }
    )
    expect(failed).toBe(false)
    expect(await names()).toEqual([{ ods_code: 'B82002', name: 'Mill Lane' }])
    expect(await desk.rows('select ods_code from organization')).toEqual([
      { ods_code: 'A81001' }
    ])
    expect(lines.join('\n')).toMatch(
      /Patient\.managingOrganization: is not the practice that was asked for/
    )
  })

  it('has its people once, however often they come', async () => {
    await desk.take(aRecord(aPractitioner({ id: 'twin' })))
    await desk.take(
      aRecord(aPractitioner({ id: 'new', name: { family: 'Birch' } }))
    )
    expect(await desk.rows('select family, version from practitioner')).toEqual(
      [{ family: 'Ash', version: 1 }]
    )
  })
})
