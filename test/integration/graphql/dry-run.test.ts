import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { databaseOf, rowsOf, sql } from '../../../src/database/sql.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import type { Sdk } from '../../support/generated/sdk.ts'
import {
  DEMO_SOLUTION_ID,
  ELM_TREE,
  NHS_NUMBERS
} from '../../support/people.ts'

let server: TestApp
let gp: Sdk

beforeAll(async () => {
  server = await startTestApp()
  gp = await server.clientOf('gp')
})
afterAll(() => server.close())

/** Every row a change of configuration could touch, audit included. */
const everything = async () => {
  const db = databaseOf(server.orm.em.fork())
  const tables = [
    'practice_record_access',
    'patient_record_access',
    'practice_default_access',
    'solution',
    'audit_event'
  ]
  const rows = []
  for (const table of tables) {
    rows.push(
      await rowsOf(
        db,
        sql`select * from ${sql.table(table)} t order by t::text`
      )
    )
  }
  return rows
}

const practiceVersion = async () =>
  (await gp.PracticeAccess({ odsCode: ELM_TREE })).practice?.access?.version ??
  0

const patientVersion = async (nhsNumber: string) =>
  (await gp.PatientAccess({ nhsNumber })).patient?.access?.version ?? 0

const levels = async () => {
  const { practice } = await gp.PracticeSettings({ odsCode: ELM_TREE })
  return new Map(
    practice?.access?.patientsByLevel?.map(({ level, patients }) => [
      level,
      patients
    ])
  )
}

describe('a dry run', () => {
  it('tells how many patients a practice switch would take which level', async () => {
    const before = await levels()
    const asked = {
      odsCode: ELM_TREE,
      input: {
        level: 'FULL_RECORD' as const,
        enabled: false,
        expectedVersion: await practiceVersion()
      }
    }
    const { setPracticeRecordAccess: dry } = await gp.SetPracticeRecordAccess({
      ...asked,
      dryRun: true
    })
    expect(dry?.userErrors).toEqual([])
    expect(dry?.preview?.changes).toBe(true)
    const moves = dry?.preview?.recordAccess ?? []
    expect(moves).toEqual([
      { from: 'FULL', to: 'DOCUMENTS', patients: before.get('FULL') }
    ])
    expect(await levels()).toEqual(before)

    await gp.SetPracticeRecordAccess(asked)
    const after = await levels()
    expect(after.get('FULL')).toBe(0)
    expect(after.get('DOCUMENTS')).toBe(
      (before.get('DOCUMENTS') ?? 0) + (before.get('FULL') ?? 0)
    )
  })

  it('tells who would lose entries of some time, and keep the level', async () => {
    await gp.SetPracticeRecordAccess({
      odsCode: ELM_TREE,
      input: {
        level: 'FULL_RECORD',
        enabled: true,
        startDate: '2020-01-01',
        reviewConfirmed: true,
        expectedVersion: await practiceVersion()
      }
    })
    const { setPracticeRecordAccess: dry } = await gp.SetPracticeRecordAccess({
      odsCode: ELM_TREE,
      input: {
        level: 'FULL_RECORD',
        enabled: true,
        startDate: '2026-11-01',
        expectedVersion: await practiceVersion()
      },
      dryRun: true
    })
    const full = (await levels()).get('FULL') ?? 0
    expect(full).toBeGreaterThan(1)
    expect(dry?.preview).toMatchObject({
      changes: true,
      recordAccess: [],
      patientsSeeingMore: 0,
      patientsSeeingLess: full
    })
    await gp.SetPracticeRecordAccess({
      odsCode: ELM_TREE,
      input: {
        level: 'FULL_RECORD',
        enabled: false,
        expectedVersion: await practiceVersion()
      }
    })
  })

  it('tells what would rise, and that it needs confirming', async () => {
    const { setPracticeRecordAccess: dry } = await gp.SetPracticeRecordAccess({
      odsCode: ELM_TREE,
      input: {
        level: 'FULL_RECORD',
        enabled: true,
        expectedVersion: await practiceVersion()
      },
      dryRun: true
    })
    expect(dry?.userErrors.map(({ code }) => code)).toEqual([
      'REVIEW_CONFIRMATION_REQUIRED'
    ])
    const { patientsRising = 0, entriesRising = 0 } = dry?.preview ?? {}
    expect(patientsRising).toBeGreaterThan(1)
    expect(entriesRising).toBeGreaterThan(patientsRising)
    expect(dry?.userErrors[0]).toMatchObject({ patientsRising, entriesRising })
  })

  it('tells what a patient’s switch and master switch would do', async () => {
    const nhsNumber = NHS_NUMBERS.ada
    const expectedVersion = await patientVersion(nhsNumber)
    const { setPatientRecordAccess } = await gp.SetPatientRecordAccess({
      nhsNumber,
      input: { level: 'DETAILED_CODED', enabled: true, expectedVersion },
      dryRun: true
    })
    expect(setPatientRecordAccess?.preview).toMatchObject({
      changes: true,
      recordAccess: [{ from: 'SUMMARY', to: 'DETAILED', patients: 1 }],
      entriesRising: 0
    })
    expect(setPatientRecordAccess?.access?.version).toBe(expectedVersion)

    const { setCitizenServiceAccess } = await gp.SetCitizenServiceAccess({
      nhsNumber,
      input: { enabled: false, expectedVersion },
      dryRun: true
    })
    expect(setCitizenServiceAccess?.preview).toMatchObject({
      recordAccess: [{ from: 'SUMMARY', to: 'NONE', patients: 1 }],
      prescriptions: [{ from: 'VIEW', to: 'NONE', patients: 1 }]
    })
  })

  it('tells that nothing would change', async () => {
    const { setPatientRecordAccess } = await gp.SetPatientRecordAccess({
      nhsNumber: NHS_NUMBERS.ada,
      input: { level: 'SUMMARY', enabled: true, expectedVersion: 0 },
      dryRun: true
    })
    expect(setPatientRecordAccess?.userErrors).toEqual([])
    expect(setPatientRecordAccess?.preview).toMatchObject({
      changes: false,
      recordAccess: []
    })
  })

  it('stores nothing, whichever mutation it is', async () => {
    const nhsNumber = NHS_NUMBERS.ben
    const odsCode = ELM_TREE
    const patient = { expectedVersion: await patientVersion(nhsNumber) }
    const child = { expectedVersion: await patientVersion(NHS_NUMBERS.owen) }
    const practice = { expectedVersion: await practiceVersion() }
    const off = { enabled: false }
    const none = { levels: [], prescriptionOrdering: false }
    const before = await everything()
    const answers = [
      await gp.SetPatientRecordAccess({
        nhsNumber,
        input: { level: 'SUMMARY', ...off, ...patient },
        dryRun: true
      }),
      await gp.SetPatientPrescriptionOrdering({
        nhsNumber,
        input: { ...off, ...patient },
        dryRun: true
      }),
      await gp.SetCitizenServiceAccess({
        nhsNumber,
        input: { ...off, ...patient },
        dryRun: true
      }),
      await gp.RecordCompetenceAssessment({
        nhsNumber: NHS_NUMBERS.owen,
        input: { competent: false, reason: 'asked', ...child },
        dryRun: true
      }),
      await gp.SetPracticeRecordAccess({
        odsCode,
        input: { level: 'SUMMARY', ...off, ...practice },
        dryRun: true
      }),
      await gp.SetPracticePrescriptionOrdering({
        odsCode,
        input: { ...off, ...practice },
        dryRun: true
      }),
      await gp.SetDefaultAccess({
        odsCode,
        input: { ...none, ...practice },
        dryRun: true
      }),
      await gp.SetAtRiskDefaultAccess({
        odsCode,
        input: { ...none, ...practice },
        dryRun: true
      }),
      await gp.SetSignalHiddenItems({
        odsCode,
        input: { ...off, ...practice },
        dryRun: true
      }),
      await gp.AddSolution({
        odsCode,
        input: {
          name: 'Later',
          supplier: 'Ltd',
          services: ['RECORD_ACCESS'],
          ...practice
        },
        dryRun: true
      }),
      await gp.RemoveSolution({
        odsCode,
        solutionId: DEMO_SOLUTION_ID.toUpperCase(),
        input: practice,
        dryRun: true
      })
    ]
    for (const answer of answers) {
      const [payload] = Object.values(answer)
      expect(payload).toMatchObject({
        userErrors: [],
        preview: { changes: true }
      })
    }
    expect(await everything()).toEqual(before)
  })
})
