import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTestApp, type TestApp } from '../../support/app.ts'
import type { PatientRecordQuery, Sdk } from '../../support/generated/sdk.ts'
import { refusalOf } from '../../support/graph-errors.ts'
import { NHS_NUMBERS } from '../../support/people.ts'

let server: TestApp
let gp: Sdk

beforeAll(async () => {
  server = await startTestApp()
  gp = await server.clientOf('gp')
})
afterAll(() => server.close())

type Person = keyof typeof NHS_NUMBERS
type GpRecord = NonNullable<
  NonNullable<PatientRecordQuery['patient']>['record']
>

const recordOf = async (
  person: Person,
  viewer: string = person,
  variables: object = {}
): Promise<GpRecord> => {
  const client = await server.clientOf(viewer)
  const nhsNumber = NHS_NUMBERS[person]
  const { patient } = await client.PatientRecord({ nhsNumber, ...variables })
  if (!patient?.record) throw new Error('No record')
  return patient.record
}

const idsOf = ({ allergies, medications }: GpRecord): string[] => [
  ...(allergies?.nodes ?? []).map(({ id }) => id),
  ...(medications?.nodes ?? []).flatMap(({ id, issues }) => [
    id,
    ...issues.map((issue) => issue.id)
  ])
]

const textOf = (record: GpRecord): string => JSON.stringify(record)

const setPatientSwitch = async (
  person: Person,
  level: 'DETAILED_CODED' | 'FULL_RECORD',
  enabled: boolean
) => {
  const nhsNumber = NHS_NUMBERS[person]
  const { patient } = await gp.PatientAccess({ nhsNumber })
  const expectedVersion = patient?.access?.version ?? 0
  const input = { level, enabled, expectedVersion, reviewConfirmed: true }
  const payload = await gp.SetPatientRecordAccess({ nhsNumber, input })
  expect(payload.setPatientRecordAccess?.userErrors).toEqual([])
}

describe('a patient’s own record', () => {
  it('shows more once the GP enables Detailed Coded, and less again', async () => {
    const ada = await server.clientOf('ada')
    const ask = () => ada.PatientRecord({ nhsNumber: NHS_NUMBERS.ada })
    const before = await ask()
    expect(before.patient?.branchSurgery).toBeNull()
    await setPatientSwitch('ada', 'DETAILED_CODED', true)
    const after = await ask()
    expect(after.patient?.branchSurgery?.name).toBeTruthy()
    const kept = (answer: PatientRecordQuery) =>
      answer.patient?.record?.withheld.map(({ area }) => area)
    expect(kept(before)).toContain('IMMUNISATIONS')
    expect(kept(after)).not.toContain('IMMUNISATIONS')
    await setPatientSwitch('ada', 'DETAILED_CODED', false)
    expect(await ask()).toEqual(before)
  })

  it('shows free text only at full (R20)', async () => {
    const summary = await recordOf('ada')
    expect(summary.allergies?.nodes.map(({ note }) => note)).toEqual([
      null,
      null
    ])
    await setPatientSwitch('ada', 'FULL_RECORD', true)
    const full = await recordOf('ada')
    expect(textOf(full)).toContain('Was told at the time')
    expect(idsOf(full).toSorted()).toEqual(idsOf(summary).toSorted())
    await setPatientSwitch('ada', 'FULL_RECORD', false)
    expect(await recordOf('ada')).toEqual(summary)
  })

  it('keeps dosage and medicine names at summary (R20)', async () => {
    const { medications } = await recordOf('ada')
    expect(medications?.nodes.length).toBeGreaterThan(3)
    for (const { medication, dosageText } of medications?.nodes ?? []) {
      expect(medication.coding.length).toBeGreaterThan(0)
      expect(dosageText).toBeTruthy()
    }
  })

  it('has nothing of what is restricted, in error or confidential', async () => {
    const seen = await recordOf('gwen')
    const all = await recordOf('gwen', 'gp')
    const hidden = [
      ...(all.allergies?.nodes ?? []),
      ...(all.medications?.nodes ?? [])
    ].filter(({ marker }) => marker !== null)
    expect(hidden.length).toBeGreaterThanOrEqual(3)
    const text = textOf(seen)
    for (const { id } of hidden) expect(text).not.toContain(id)
    expect(text).not.toContain('"marker":{')
  })

  it('hides a course when one of its issues is restricted (R16)', async () => {
    const all = await recordOf('gwen', 'gp')
    const course = all.medications?.nodes.find(({ marker }) =>
      marker?.causes.some(({ inherited }) => inherited)
    )
    expect(course?.marker?.causes).toEqual([
      { mark: 'RESTRICTED', inherited: true }
    ])
    expect(course?.issues.length).toBeGreaterThan(1)
    expect(idsOf(await recordOf('gwen'))).not.toContain(course?.id)
  })

  it('starts with what was recorded since a prospective start (R4)', async () => {
    const seen = await recordOf('ella')
    const asserted = seen.allergies?.nodes.map((entry) => entry.assertedDate)
    expect(asserted?.length).toBeGreaterThan(0)
    for (const date of asserted ?? []) expect(date >= '2024-04-01').toBe(true)
    const all = await recordOf('ella', 'gp')
    expect(idsOf(all).length).toBeGreaterThan(idsOf(seen).length)
  })

  it('brings a course with a visible issue, without notes (R22)', async () => {
    const seen = await recordOf('ella')
    const carried = seen.medications?.nodes.filter(
      ({ effectiveStart }) => effectiveStart < '2024-04-01'
    )
    expect(carried?.length).toBeGreaterThan(0)
    for (const course of carried ?? []) {
      expect(course.note).toBeNull()
      for (const { authoredOn } of course.issues) {
        expect(authoredOn >= '2024-04-01').toBe(true)
      }
    }
  })

  it('stops at the practice’s ceiling (R1)', async () => {
    const seen = await recordOf('priya')
    expect(seen.withheld.map(({ area }) => area)).toEqual([
      'DOCUMENTS',
      'FREE_TEXT'
    ])
  })

  it('answers an area that no level allows with FORBIDDEN (R19)', async () => {
    const nhsNumber = NHS_NUMBERS.quinn
    const otherGp = await server.clientOf('other-gp')
    const { patient } = await otherGp.PatientAccess({ nhsNumber })
    await otherGp.SetPatientRecordAccess({
      nhsNumber,
      input: {
        level: 'SUMMARY',
        enabled: false,
        expectedVersion: patient?.access?.version ?? 0
      }
    })
    const quinn = await server.clientOf('quinn')
    const refusal = await refusalOf(quinn.PatientRecord({ nhsNumber }))
    expect(refusal).toMatchObject({
      status: 200,
      code: 'FORBIDDEN',
      extensions: { reason: 'LEVEL_TOO_LOW', requiredLevel: 'SUMMARY' },
      data: { patient: { name: null, record: { allergies: null } } }
    })
  })
})

describe('a record as staff see it', () => {
  it('is whole, of the deceased, inactive and sensitive too (R23)', async () => {
    for (const person of ['iris', 'liam', 'maya', 'kezia'] as const) {
      expect(idsOf(await recordOf(person, 'gp')).length).toBeGreaterThan(0)
    }
  })

  it('can be looked at as the patient would see it (R23)', async () => {
    const nhsNumber = NHS_NUMBERS.gwen
    const { patient } = await gp.RecordAsSeenBy({ nhsNumber })
    const own = await recordOf('gwen')
    expect(patient?.recordAsSeenBy?.allergies?.nodes).toEqual(
      own.allergies?.nodes
    )
    expect(patient?.recordAsSeenBy?.medications?.nodes).toEqual(
      own.medications?.nodes
    )
  })

  it('says why the patient would be refused', async () => {
    const refusal = await refusalOf(
      gp.RecordAsSeenBy({ nhsNumber: NHS_NUMBERS.jack })
    )
    expect(refusal.extensions).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'ONLINE_ACCESS_DISABLED'
    })
  })

  it('is closed to staff who may not view records', async () => {
    const manager = await server.clientOf('manager')
    const refusal = await refusalOf(
      manager.PatientRecord({ nhsNumber: NHS_NUMBERS.ada })
    )
    expect(refusal).toMatchObject({
      code: 'FORBIDDEN',
      data: { patient: { record: null } }
    })
  })
})

describe('pages of a record', () => {
  it('come newest first, one after the other, without gap or repeat', async () => {
    const whole = await recordOf('ben')
    const paged: string[] = []
    let after: string | null | undefined = null
    do {
      const page = await recordOf('ben', 'ben', { first: 1, after })
      paged.push(...(page.allergies?.nodes ?? []).map(({ id }) => id))
      after = page.allergies?.pageInfo.hasNextPage
        ? page.allergies.pageInfo.endCursor
        : null
    } while (after)
    expect(paged).toEqual(whole.allergies?.nodes.map(({ id }) => id))
  })

  it('can be limited to days; undated entries stay', async () => {
    const window = { from: '2018-01-01', to: '2020-12-31' }
    const some = await recordOf('ada', 'ada', window)
    const whole = await recordOf('ada')
    expect(idsOf(some).length).toBeLessThan(idsOf(whole).length)
    for (const { effectiveStart } of some.medications?.nodes ?? []) {
      expect(effectiveStart.slice(0, 4) >= '2018').toBe(true)
      expect(effectiveStart.slice(0, 4) <= '2020').toBe(true)
    }
  })

  it.each([
    [{ first: 0 }, ['first']],
    [{ first: 101 }, ['first']],
    [{ after: 'nonsense' }, ['after']]
  ])('refuse %j and name the argument', async (variables, field) => {
    const ada = await server.clientOf('ada')
    const refusal = await refusalOf(
      ada.PatientRecord({ nhsNumber: NHS_NUMBERS.ada, ...variables })
    )
    expect(refusal.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field })
  })
})
