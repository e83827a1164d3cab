import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTestApp, type TestApp } from '../../support/app.ts'
import type {
  RecordAccessSwitch,
  Sdk,
  SetPatientRecordAccessInput
} from '../../support/generated/sdk.ts'
import { ELM_TREE, NHS_NUMBERS } from '../../support/people.ts'

let server: TestApp
let gp: Sdk

beforeAll(async () => {
  server = await startTestApp()
  gp = await server.clientOf('gp')
})
afterAll(() => server.close())

type Person = keyof typeof NHS_NUMBERS
type Change = Partial<SetPatientRecordAccessInput>

const patientVersion = async (person: Person): Promise<number> => {
  const { patient } = await gp.PatientAccess({ nhsNumber: NHS_NUMBERS[person] })
  return patient?.access?.version ?? 0
}

const setPatient = async (
  person: Person,
  level: RecordAccessSwitch,
  change: Change = {}
) => {
  const expectedVersion = await patientVersion(person)
  const { setPatientRecordAccess } = await gp.SetPatientRecordAccess({
    nhsNumber: NHS_NUMBERS[person],
    input: {
      level,
      enabled: true,
      reviewConfirmed: true,
      expectedVersion,
      ...change
    }
  })
  if (!setPatientRecordAccess) throw new Error('No payload')
  return setPatientRecordAccess
}

const setPractice = async (level: RecordAccessSwitch, change: Change = {}) => {
  const { practice } = await gp.PracticeAccess({ odsCode: ELM_TREE })
  const { setPracticeRecordAccess } = await gp.SetPracticeRecordAccess({
    odsCode: ELM_TREE,
    input: {
      level,
      enabled: true,
      reviewConfirmed: true,
      expectedVersion: practice?.access?.version ?? 0,
      ...change
    }
  })
  if (!setPracticeRecordAccess) throw new Error('No payload')
  return setPracticeRecordAccess
}

const switchOf = <State extends { switch: RecordAccessSwitch }>(
  access: { switches: State[] } | null | undefined,
  name: RecordAccessSwitch
): State | undefined => access?.switches.find((state) => state.switch === name)

describe('E00171 record access for the practice', () => {
  const restore = async () => {
    for (const level of ['SUMMARY', 'DETAILED_CODED', 'DOCUMENT'] as const) {
      await setPractice(level)
    }
    await setPractice('FULL_RECORD')
  }

  it.each([
    ['AC2 disable, AC1 enable Summary', 'SUMMARY'],
    ['AC6 disable, AC5 enable Document', 'DOCUMENT'],
    ['AC4 disable, AC3 enable Detailed Coded Record', 'DETAILED_CODED']
  ] as const)('%s', async (_name, level) => {
    const off = await setPractice(level, { enabled: false })
    expect(off.userErrors).toEqual([])
    expect(switchOf(off.access, level)).toMatchObject({
      enabled: false,
      effective: false,
      ineffectiveBecause: ['SWITCHED_OFF']
    })
    const on = await setPractice(level)
    expect(on.userErrors).toEqual([])
    expect(switchOf(on.access, level)?.effective).toBe(true)
    await restore()
  })

  it('AC4 takes Document off with Detailed Coded and says so', async () => {
    const off = await setPractice('DETAILED_CODED', { enabled: false })
    expect(off.alsoDisabled).toEqual(['DOCUMENT'])
    const on = await setPractice('DETAILED_CODED')
    expect(switchOf(on.access, 'DOCUMENT')?.enabled).toBe(false)
    await restore()
  })

  it('AC5 refuses Document while Detailed Coded is off', async () => {
    await setPractice('DETAILED_CODED', { enabled: false })
    const { access, userErrors } = await setPractice('DOCUMENT')
    expect(access).toBeNull()
    expect(userErrors).toMatchObject([
      { code: 'REQUIRES_DETAILED_CODED', field: ['input', 'level'] }
    ])
    await restore()
  })

  it('AC7, AC8 enable Full Record from a date, then disable it', async () => {
    const on = await setPractice('FULL_RECORD', { startDate: '2020-01-01' })
    expect(switchOf(on.access, 'FULL_RECORD')).toMatchObject({
      enabled: true,
      startDate: '2020-01-01',
      effective: true
    })
    const off = await setPractice('FULL_RECORD', { enabled: false })
    expect(switchOf(off.access, 'FULL_RECORD')?.enabled).toBe(false)
    expect(off.stillShownBy).toEqual([])
    await restore()
  })

  it('counts patients and entries before they rise (R5)', async () => {
    await setPractice('FULL_RECORD', { enabled: false })
    const refused = await setPractice('FULL_RECORD', { reviewConfirmed: false })
    expect(refused.userErrors).toMatchObject([
      { code: 'REVIEW_CONFIRMATION_REQUIRED' }
    ])
    expect(refused.userErrors[0]?.patientsRising).toBeGreaterThan(1)
    expect(refused.userErrors[0]?.entriesRising).toBeGreaterThan(10)
    await restore()
  })

  it('has no prospective switch', async () => {
    const { userErrors } = await setPractice('PROSPECTIVE', {
      startDate: '2026-01-01'
    })
    expect(userErrors).toMatchObject([{ code: 'NOT_A_PRACTICE_SWITCH' }])
  })

  it('says who is still shown what by the other switches (R3)', async () => {
    const off = await setPractice('SUMMARY', { enabled: false })
    expect(off.stillShownBy).toEqual([
      'DETAILED_CODED',
      'DOCUMENT',
      'FULL_RECORD'
    ])
    expect(off.notices[0]).toMatch(/^Still shown: Detailed coded record/)
    await restore()
  })
})

describe('E00172 record access for a patient', () => {
  it.each([
    ['AC2 disable, AC1 enable Summary', 'SUMMARY'],
    ['AC4 disable, AC3 enable Detailed Coded Record', 'DETAILED_CODED']
  ] as const)('%s', async (_name, level) => {
    const off = await setPatient('cara', level, { enabled: false })
    expect(switchOf(off.access, level)?.enabled).toBe(false)
    const on = await setPatient('cara', level)
    expect(switchOf(on.access, level)?.effective).toBe(true)
  })

  it('AC5, AC6 enable Document on Detailed Coded, then disable it', async () => {
    const on = await setPatient('cara', 'DOCUMENT')
    expect(switchOf(on.access, 'DOCUMENT')?.effective).toBe(true)
    const off = await setPatient('cara', 'DOCUMENT', { enabled: false })
    expect(switchOf(off.access, 'DOCUMENT')?.enabled).toBe(false)
    expect(switchOf(off.access, 'DETAILED_CODED')?.enabled).toBe(true)
  })

  it('AC5 refuses Document while Detailed Coded is off', async () => {
    const { userErrors } = await setPatient('ada', 'DOCUMENT')
    expect(userErrors).toMatchObject([{ code: 'REQUIRES_DETAILED_CODED' }])
  })

  it('AC7, AC8 enable Full Record from a date, then disable it', async () => {
    const on = await setPatient('ada', 'FULL_RECORD', {
      startDate: '2018-01-01'
    })
    expect(switchOf(on.access, 'FULL_RECORD')).toMatchObject({
      startDate: '2018-01-01',
      effective: true
    })
    const off = await setPatient('ada', 'FULL_RECORD', { enabled: false })
    expect(switchOf(off.access, 'SUMMARY')?.enabled).toBe(true)
  })

  it('AC9, AC10 enable Prospective from a date, then disable it', async () => {
    const on = await setPatient('ada', 'PROSPECTIVE', {
      startDate: '2026-12-24'
    })
    expect(switchOf(on.access, 'PROSPECTIVE')).toMatchObject({
      startDate: '2026-12-24',
      effective: false,
      ineffectiveBecause: ['START_DATE_IN_FUTURE']
    })
    const off = await setPatient('ada', 'PROSPECTIVE', { enabled: false })
    expect(switchOf(off.access, 'PROSPECTIVE')?.enabled).toBe(false)
  })

  it('reports everything that is wrong at once', async () => {
    const { access, userErrors } = await setPatient('ada', 'PROSPECTIVE', {
      reason: 'x'.repeat(501)
    })
    expect(access).toBeNull()
    expect(userErrors.map(({ code }) => code).toSorted()).toEqual([
      'REASON_TOO_LONG',
      'START_DATE_REQUIRED'
    ])
  })

  it('refuses a start before birth (R5)', async () => {
    const { userErrors } = await setPatient('ada', 'FULL_RECORD', {
      startDate: '1900-01-01'
    })
    expect(userErrors).toMatchObject([
      { code: 'START_DATE_BEFORE_BIRTH', field: ['input', 'startDate'] }
    ])
  })

  it('needs the review confirmed where recorded entries rise (R5)', async () => {
    const { userErrors } = await setPatient('ada', 'FULL_RECORD', {
      reviewConfirmed: false
    })
    expect(userErrors).toMatchObject([
      { code: 'REVIEW_CONFIRMATION_REQUIRED', patientsRising: 1 }
    ])
  })

  it('answers a stale version with the current one (R8)', async () => {
    const current = await patientVersion('dev')
    const { userErrors } = await setPatient('dev', 'SUMMARY', {
      enabled: false,
      expectedVersion: current - 1
    })
    expect(userErrors).toMatchObject([
      { code: 'CONFLICT', currentVersion: current }
    ])
  })

  it('takes what is in force already, whatever the version (R8)', async () => {
    const current = await patientVersion('dev')
    const { access, userErrors } = await setPatient('dev', 'DETAILED_CODED', {
      expectedVersion: 9_999
    })
    expect(userErrors).toEqual([])
    expect(access?.version).toBe(current)
  })

  it.each([
    ['iris', 'PATIENT_DECEASED'],
    ['maya', 'PATIENT_INACTIVE']
  ] as const)('refuses %s and tells staff %s (R9)', async (person, code) => {
    const { userErrors } = await setPatient(person, 'SUMMARY')
    expect(userErrors).toMatchObject([{ code, field: ['nhsNumber'] }])
  })

  it('lowers a patient to the practice’s rung and says so (R1)', async () => {
    await setPractice('FULL_RECORD', { enabled: false })
    const { patient } = await gp.PatientAccess({ nhsNumber: NHS_NUMBERS.ben })
    expect(switchOf(patient?.access, 'FULL_RECORD')).toMatchObject({
      enabled: true,
      effective: false,
      ineffectiveBecause: ['LIMITED_BY_PRACTICE'],
      showsUpTo: 'DOCUMENTS'
    })
    await setPractice('FULL_RECORD')
  })
})
