import { afterAll, beforeAll, expect, it } from '@jest/globals'
import {
  RECORD_ACCESS_SWITCHES,
  type RecordAccessSwitch
} from '../../../src/vocabulary/access-level.ts'
import type { StaffRole } from '../../../src/policy/viewer.ts'
import {
  accepted,
  clientAs,
  OFF,
  openDesk,
  REVIEWED,
  type Change,
  type Desk
} from '../../support/access.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { refusalOf } from '../../support/graph-errors.ts'
import { lastAudited } from './audited.ts'
import { sightOf } from './seen.ts'

let server: TestApp
let desk: Desk

beforeAll(async () => {
  server = await startTestApp()
  desk = openDesk(await server.clientOf('manager'))
})
afterAll(() => server.close())

interface Criterion {
  readonly criterion: string
  readonly action: string
  /** Somebody with other permissions, but not the one that is needed. */
  readonly role: StaffRole
  /** Puts things so that the change does change something. */
  before(staff: Desk): Promise<unknown>
  change(staff: Desk): Promise<Parameters<typeof accepted>[0]>
}

const onlineServices = (criterion: string, enabled: boolean): Criterion => ({
  criterion: `E00166 ${criterion} access`,
  action: 'SET_CITIZEN_SERVICE_ACCESS',
  role: 'RECEPTIONIST',
  before: (staff) => staff.setOnlineServices('ada', !enabled),
  change: (staff) => staff.setOnlineServices('ada', enabled)
})

const ordering = (criterion: string, enabled: boolean): Criterion => ({
  criterion: `E00170 ${criterion} Prescription Ordering for a patient`,
  action: 'SET_PATIENT_PRESCRIPTION_ORDERING',
  role: 'RECEPTIONIST',
  before: (staff) => staff.setOrdering('ada', !enabled),
  change: (staff) => staff.setOrdering('ada', enabled)
})

/** Who may configure patients may not therefore configure the practice. */
const practiceOrdering = (criterion: string, enabled: boolean): Criterion => ({
  criterion: `E00170 ${criterion} Prescription Ordering for the Practice`,
  action: 'SET_PRACTICE_PRESCRIPTION_ORDERING',
  role: 'GP',
  before: (staff) => staff.setPracticeOrdering(!enabled),
  change: (staff) => staff.setPracticeOrdering(enabled)
})

const ON: Readonly<Record<RecordAccessSwitch, Change>> = {
  SUMMARY: {},
  DETAILED_CODED: {},
  DOCUMENT: REVIEWED,
  FULL_RECORD: { startDate: '2020-01-01', ...REVIEWED },
  PROSPECTIVE: { startDate: '2020-01-01', ...REVIEWED }
}

const PRACTICE_SWITCHES = RECORD_ACCESS_SWITCHES.filter(
  (level) => level !== 'PROSPECTIVE'
)

/** Enabling comes from what is below it, disabling from everything on. */
const startOf = (
  levels: readonly RecordAccessSwitch[],
  level: RecordAccessSwitch,
  change: Change
): Partial<Record<RecordAccessSwitch, Change>> => {
  const below = levels.slice(0, levels.indexOf(level))
  const on = change === OFF ? levels : below
  return Object.fromEntries(on.map((one) => [one, ON[one]]))
}

const practiceSwitch = (
  criterion: string,
  level: (typeof PRACTICE_SWITCHES)[number],
  change: Change = ON[level]
): Criterion => ({
  criterion: `E00171 ${criterion} ${level} for the Practice`,
  action: 'SET_PRACTICE_RECORD_ACCESS',
  role: 'GP',
  before: (staff) =>
    staff.onlyPractice(startOf(PRACTICE_SWITCHES, level, change)),
  change: (staff) => staff.setPractice(level, change)
})

const patientSwitch = (
  criterion: string,
  level: RecordAccessSwitch,
  change: Change = ON[level]
): Criterion => ({
  criterion: `E00172 ${criterion} ${level} for a patient`,
  action: 'SET_PATIENT_RECORD_ACCESS',
  role: 'RECEPTIONIST',
  before: async (staff) => {
    await staff.onlyPractice(startOf(PRACTICE_SWITCHES, 'FULL_RECORD', OFF))
    const start = startOf(RECORD_ACCESS_SWITCHES, level, change)
    await staff.onlyPatient('ada', start)
  },
  change: (staff) => staff.setPatient('ada', level, change)
})

const CRITERIA: readonly Criterion[] = [
  onlineServices('AC2 disable', false),
  onlineServices('AC1 enable', true),
  ordering('AC1 enable', true),
  ordering('AC2 disable', false),
  practiceOrdering('AC4 disable', false),
  practiceOrdering('AC3 enable', true),
  practiceSwitch('AC1 enable', 'SUMMARY'),
  practiceSwitch('AC2 disable', 'SUMMARY', OFF),
  practiceSwitch('AC3 enable', 'DETAILED_CODED'),
  practiceSwitch('AC4 disable', 'DETAILED_CODED', OFF),
  practiceSwitch('AC5 enable', 'DOCUMENT'),
  practiceSwitch('AC6 disable', 'DOCUMENT', OFF),
  practiceSwitch('AC7 enable', 'FULL_RECORD'),
  practiceSwitch('AC8 disable', 'FULL_RECORD', OFF),
  patientSwitch('AC1 enable', 'SUMMARY'),
  patientSwitch('AC2 disable', 'SUMMARY', OFF),
  patientSwitch('AC3 enable', 'DETAILED_CODED'),
  patientSwitch('AC4 disable', 'DETAILED_CODED', OFF),
  patientSwitch('AC5 enable', 'DOCUMENT'),
  patientSwitch('AC6 disable', 'DOCUMENT', OFF),
  patientSwitch('AC7 enable', 'FULL_RECORD'),
  patientSwitch('AC8 disable', 'FULL_RECORD', OFF),
  patientSwitch('AC9 enable', 'PROSPECTIVE'),
  patientSwitch('AC10 disable', 'PROSPECTIVE', OFF)
]

/** How it is set, and what the patient sees by it. */
const everything = async () => ({
  patient: await desk.patient('ada'),
  ordering: await desk.ordering('ada'),
  practice: await desk.practice(),
  seen: await sightOf(server, 'ada')
})

it.each(CRITERIA)(
  '$criterion without the permission: refused and audited, nothing changes',
  async ({ before, change, action, role }) => {
    await before(desk)
    const was = await everything()
    const others = openDesk(await clientAs(server, [role]))
    expect(await refusalOf(change(others))).toMatchObject({
      code: 'FORBIDDEN',
      extensions: { reason: 'PERMISSION_MISSING' }
    })
    const refused = { action, outcome: 'REFUSED', roles: [role] }
    expect(await lastAudited(server)).toEqual(refused)
    expect(await everything()).toEqual(was)

    accepted(await change(desk))
    expect(await everything()).not.toEqual(was)
  }
)
