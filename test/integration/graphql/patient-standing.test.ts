import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { databaseOf, sql } from '../../../src/database/sql.ts'
import { startTestApp, TEST_NOW, type TestApp } from '../../support/app.ts'
import type { Sdk } from '../../support/generated/sdk.ts'
import { NHS_NUMBERS } from '../../support/people.ts'
import { askStructuredRecord } from '../../support/structured-record.ts'

let server: TestApp
let gp: Sdk

beforeAll(async () => {
  server = await startTestApp()
  gp = await server.clientOf('gp')
})
afterAll(() => server.close())

type Person = keyof typeof NHS_NUMBERS

const versionOf = async (person: Person): Promise<number> => {
  const { patient } = await gp.PatientAccess({ nhsNumber: NHS_NUMBERS[person] })
  return patient?.access?.version ?? 0
}

const setMaster = async (
  person: Person,
  enabled: boolean,
  version?: number
) => {
  const expectedVersion = version ?? (await versionOf(person))
  const { setCitizenServiceAccess } = await gp.SetCitizenServiceAccess({
    nhsNumber: NHS_NUMBERS[person],
    input: { enabled, expectedVersion, reason: 'asked at the desk' }
  })
  if (!setCitizenServiceAccess) throw new Error('No payload')
  return setCitizenServiceAccess
}

const assess = async (person: Person, competent: boolean, reason: string) => {
  const { recordCompetenceAssessment } = await gp.RecordCompetenceAssessment({
    nhsNumber: NHS_NUMBERS[person],
    input: { competent, reason, expectedVersion: await versionOf(person) }
  })
  if (!recordCompetenceAssessment) throw new Error('No payload')
  return recordCompetenceAssessment
}

const restStatus = async (person: Person): Promise<number> => {
  const { status } = await askStructuredRecord(server.url, {
    token: await server.tokenOf(person),
    nhsNumber: NHS_NUMBERS[person]
  })
  return status
}

describe('access to online services', () => {
  it('disabling somebody never enabled is a change of its own (R6)', async () => {
    await setMaster('owen', false)
    const db = databaseOf(server.orm.em.fork())
    await sql`update patient_record_access a set master_state = 'NEVER_ENABLED'
      from patient p where p.id = a.patient_id
      and p.nhs_number = ${NHS_NUMBERS.owen}`.execute(db)
    expect(await restStatus('owen')).toBe(404)
    const { access } = await setMaster('owen', false)
    expect(access?.masterState).toBe('DISABLED_BY_PRACTICE')
    expect(await restStatus('owen')).toBe(403)
    await setMaster('owen', true)
  })

  it('takes what is in force whatever the version, else CONFLICT (R8)', async () => {
    const current = await versionOf('cara')
    const same = await setMaster('cara', true, 9_999)
    expect(same.access?.version).toBe(current)
    const stale = await setMaster('cara', false, current - 1)
    expect(stale.userErrors).toMatchObject([
      { code: 'CONFLICT', currentVersion: current }
    ])
  })

  it.each([
    ['iris', 'PATIENT_DECEASED'],
    ['maya', 'PATIENT_INACTIVE']
  ] as const)('is not changed for %s: %s (R9)', async (person, code) => {
    const { userErrors } = await setMaster(person, true)
    expect(userErrors).toMatchObject([{ code }])
  })
})

describe('the competence of an under 16 (R10)', () => {
  it('opens their own calls once assessed, and closes them again', async () => {
    await setMaster('hari', true)
    expect(await restStatus('hari')).toBe(403)
    const yes = await assess('hari', true, 'Seen with the school nurse.')
    expect(yes.access?.competence).toBe('COMPETENT')
    expect(await restStatus('hari')).toBe(200)
    await assess('hari', false, 'Could not keep it to himself.')
    expect(await restStatus('hari')).toBe(403)
  })

  it('declined, blocks after the 16th birthday too, until reviewed', async () => {
    await assess('hari', false, 'Not yet.')
    server.setClock(new Date('2036-01-01T12:00:00Z'))
    expect(await restStatus('hari')).toBe(403)
    server.setClock(TEST_NOW)
  })

  it('is not declined of an adult, whom that would lock out', async () => {
    const { access, userErrors } = await assess('ben', false, 'On a whim.')
    expect(access).toBeNull()
    expect(userErrors.map(({ code }) => code)).toEqual(['NOT_UNDER_16'])
    expect(await restStatus('ben')).toBe(200)
  })

  it('is not recorded without a reason', async () => {
    const before = await versionOf('hari')
    const { access, userErrors } = await assess('hari', true, '  ')
    expect(access).toBeNull()
    expect(userErrors).toMatchObject([
      { code: 'REASON_REQUIRED', field: ['input', 'reason'] }
    ])
    expect(await versionOf('hari')).toBe(before)
  })
})

it('every change and refusal has its audit row', async () => {
  const db = databaseOf(server.orm.em.fork())
  const { rows } = await sql<{ action: string; outcome: string }>`
    select distinct action, outcome from audit_event
    order by action, outcome`.execute(db)
  expect(rows.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual(
    expect.arrayContaining([
      'RECORD_COMPETENCE_ASSESSMENT CHANGED',
      'RECORD_COMPETENCE_ASSESSMENT REFUSED',
      'SET_CITIZEN_SERVICE_ACCESS ALREADY_IN_FORCE',
      'SET_CITIZEN_SERVICE_ACCESS CHANGED',
      'SET_CITIZEN_SERVICE_ACCESS REFUSED'
    ])
  )
})
