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

describe('record access for the practice', () => {
  it('counts patients and entries before they rise (R5)', async () => {
    await setPractice('FULL_RECORD', { enabled: false })
    const refused = await setPractice('FULL_RECORD', { reviewConfirmed: false })
    expect(refused.userErrors).toMatchObject([
      { code: 'REVIEW_CONFIRMATION_REQUIRED' }
    ])
    expect(refused.userErrors[0]?.patientsRising).toBeGreaterThan(1)
    expect(refused.userErrors[0]?.entriesRising).toBeGreaterThan(10)
    await setPractice('FULL_RECORD')
  })

  it('has no prospective switch', async () => {
    const { userErrors } = await setPractice('PROSPECTIVE', {
      startDate: '2026-01-01'
    })
    expect(userErrors).toMatchObject([{ code: 'NOT_A_PRACTICE_SWITCH' }])
  })
})

describe('record access for a patient', () => {
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
