import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { accepted, clientAs, OFF, openDesk } from '../../support/access.ts'
import { openAudit, type AuditReader } from '../../support/audit-reader.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import type { Sdk } from '../../support/generated/sdk.ts'
import { refusalOf } from '../../support/graph-errors.ts'
import { ELM_TREE, NHS_NUMBERS } from '../../support/people.ts'

let server: TestApp
let gp: Sdk
let audit: AuditReader

beforeAll(async () => {
  server = await startTestApp()
  gp = await server.clientOf('gp')
  audit = openAudit(gp)
})
afterAll(() => server.close())

describe('the audit of changes', () => {
  it('tells who changed what of whom, from what to what and why', async () => {
    const desk = openDesk(gp)
    const reason = 'asked at the desk'
    accepted(await desk.setPatient('cara', 'SUMMARY', { ...OFF, reason }))
    const row = await audit.latest()
    expect(row).toMatchObject({
      chain: 'CHANGES',
      nhsNumber: NHS_NUMBERS.cara,
      action: 'SET_PATIENT_RECORD_ACCESS',
      outcome: 'CHANGED',
      settings: ['SUMMARY'],
      detail: {
        before: { SUMMARY: { enabled: true } },
        after: { SUMMARY: { enabled: false } }
      },
      reason,
      at: '2026-11-23T12:00:00.000Z'
    })
    const { viewer } = await gp.WhoAmI()
    expect(row.actor).toMatchObject({
      kind: 'PRACTICE_STAFF',
      odsCode: ELM_TREE,
      roles: viewer.staff?.roles,
      nhsNumber: null
    })
    expect(row.actor.name).toMatch(/\w+ \w+/)
  })

  it('tells of a change that was refused, and why', async () => {
    await gp.SetPatientRecordAccess({
      nhsNumber: NHS_NUMBERS.cara,
      input: { level: 'SUMMARY', enabled: true, expectedVersion: 0 }
    })
    expect(await audit.latest()).toMatchObject({
      outcome: 'REFUSED',
      detail: {
        before: { SUMMARY: { enabled: false } },
        errors: ['CONFLICT']
      }
    })
  })

  it('tells of staff who might not ask at all', async () => {
    const receptionist = await server.clientOf('receptionist')
    await refusalOf(
      receptionist.SetPracticeRecordAccess({
        odsCode: ELM_TREE,
        input: { level: 'SUMMARY', enabled: false, expectedVersion: 1 }
      })
    )
    expect(await audit.latest()).toMatchObject({
      actor: { kind: 'PRACTICE_STAFF', roles: ['RECEPTIONIST'] },
      nhsNumber: null,
      action: 'SET_PRACTICE_RECORD_ACCESS',
      outcome: 'REFUSED',
      settings: [],
      detail: { denial: 'PERMISSION_MISSING' }
    })
  })
})

describe('the audit of reads', () => {
  it('tells what a citizen saw', async () => {
    const ada = await server.clientOf('ada')
    await ada.PatientRecord({ nhsNumber: NHS_NUMBERS.ada })
    const row = await audit.latest({ chain: 'READS' })
    expect(row).toMatchObject({
      chain: 'READS',
      actor: {
        kind: 'PATIENT',
        nhsNumber: NHS_NUMBERS.ada,
        userId: null,
        roles: [],
        name: null
      },
      nhsNumber: NHS_NUMBERS.ada,
      action: 'READ_RECORD',
      outcome: 'ALLOWED',
      settings: []
    })
    expect(JSON.stringify(row.detail)).toContain('ALLERGIES')
  })

  it('tells who looked at the audit and for what, without NHS numbers', async () => {
    const { actor } = await audit.latest({ filter: { outcomes: ['CHANGED'] } })
    const filter = {
      nhsNumber: NHS_NUMBERS.cara,
      outcomes: ['REFUSED' as const],
      from: '2026-01-01'
    }
    await audit.found(filter)
    const row = await audit.latest({
      chain: 'READS',
      filter: { actions: ['READ_AUDIT'] }
    })
    expect(row).toMatchObject({
      actor: { userId: actor.userId },
      nhsNumber: NHS_NUMBERS.cara,
      outcome: 'ALLOWED',
      detail: {
        filter: {
          chain: 'changes',
          outcomes: ['REFUSED'],
          from: '2026-01-01',
          patientKnown: true
        }
      }
    })
    expect(JSON.stringify(row.detail)).not.toContain(NHS_NUMBERS.cara)
  })
})

describe('who may read the audit', () => {
  it('is nobody of another practice', async () => {
    const other = await server.clientOf('other-gp')
    const asked = [openAudit(other).page(), audit.page({ odsCode: 'Z99999' })]
    for (const refusal of await Promise.all(asked.map(refusalOf))) {
      expect(refusal).toMatchObject({ code: 'NOT_FOUND', message: 'Not found' })
    }
  })

  it('is staff with that permission alone', async () => {
    for (const persona of ['receptionist', 'manager', 'ada']) {
      const client = await server.clientOf(persona)
      expect(await refusalOf(openAudit(client).page())).toMatchObject({
        code: 'FORBIDDEN',
        extensions: { reason: 'PERMISSION_MISSING' }
      })
    }
    const officer = await clientAs(server, ['PRIVACY_OFFICER'])
    expect((await openAudit(officer).page()).nodes.length).toBeGreaterThan(0)
  })
})
