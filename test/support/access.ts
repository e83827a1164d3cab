import { GraphQLClient } from 'graphql-request'
import type { StaffRole } from '../../src/policy/viewer.ts'
import type { TestApp } from './app.ts'
import {
  getSdk,
  type RecordAccessSwitch,
  type Sdk,
  type SetPatientRecordAccessInput
} from './generated/sdk.ts'
import { ELM_TREE, NHS_NUMBERS } from './people.ts'

export type Person = keyof typeof NHS_NUMBERS

/** What a change is sent with besides the switch; on unless it says off. */
export type Change = Partial<Omit<SetPatientRecordAccessInput, 'level'>>

export const OFF: Change = { enabled: false }
export const REVIEWED: Change = { reviewConfirmed: true }

interface Dry {
  readonly dryRun: boolean
}

export const DRY: Dry = { dryRun: true }

/** A typed client of whoever the token says. */
export const clientWith = (url: string, token: string): Sdk =>
  getSdk(
    new GraphQLClient(`${url}/graphql`, {
      headers: { authorization: `Bearer ${token}` }
    })
  )

/** A client of staff who is not in the demo, with these roles alone. */
export const clientAs = async (
  server: TestApp,
  roles: readonly StaffRole[],
  odsCode: string = ELM_TREE
): Promise<Sdk> => {
  const userId = '999000000099'
  const token = await server.issue({
    key: 'somebody',
    label: 'Somebody',
    description: 'Staff with few roles',
    kind: 'staff',
    userId,
    roleProfileId: userId,
    odsCode,
    roles
  })
  return clientWith(server.url, token)
}

interface Payload {
  readonly userErrors: readonly { readonly code: string }[]
}

const got = <Value>(value: Value): NonNullable<Value> => {
  if (value === null || value === undefined) throw new Error('No answer')
  return value
}

/** The answer to a change that is in force; fails when it was refused. */
export const accepted = <Answer extends Payload>(answer: Answer): Answer => {
  const codes = answer.userErrors.map(({ code }) => code)
  if (codes.length > 0) throw new Error(`Refused: ${codes.join(', ')}`)
  return answer
}

export const switchOf = <State extends { switch: RecordAccessSwitch }>(
  access: { readonly switches: readonly State[] } | null | undefined,
  name: RecordAccessSwitch
): State => got(access?.switches.find((state) => state.switch === name))

const readPatient = async (staff: Sdk, person: Person) => {
  const nhsNumber = NHS_NUMBERS[person]
  return got((await staff.PatientAccess({ nhsNumber })).patient?.access)
}

/** Whose configuration, on which version. */
const addressed = async (staff: Sdk, person: Person) => ({
  nhsNumber: NHS_NUMBERS[person],
  expectedVersion: (await readPatient(staff, person)).version
})

const recordDesk = (staff: Sdk) => ({
  patient: (person: Person) => readPatient(staff, person),
  setPatient: async (
    person: Person,
    level: RecordAccessSwitch,
    change: Change = {}
  ) => {
    const { nhsNumber, expectedVersion } = await addressed(staff, person)
    const input = { level, enabled: true, expectedVersion, ...change }
    const answer = await staff.SetPatientRecordAccess({ nhsNumber, input })
    return got(answer.setPatientRecordAccess)
  }
})

const servicesDesk = (staff: Sdk) => ({
  ordering: async (person: Person) => {
    const nhsNumber = NHS_NUMBERS[person]
    const answer = await staff.PatientServices({ nhsNumber })
    return got(answer.patient?.access?.prescriptionOrdering)
  },
  setOnlineServices: async (person: Person, enabled: boolean) => {
    const { nhsNumber, expectedVersion } = await addressed(staff, person)
    const input = { enabled, expectedVersion }
    const answer = await staff.SetCitizenServiceAccess({ nhsNumber, input })
    return got(answer.setCitizenServiceAccess)
  },
  setOrdering: async (person: Person, enabled: boolean, dry?: Dry) => {
    const { nhsNumber, expectedVersion } = await addressed(staff, person)
    const asked = { nhsNumber, input: { enabled, expectedVersion }, ...dry }
    const answer = await staff.SetPatientPrescriptionOrdering(asked)
    return got(answer.setPatientPrescriptionOrdering)
  }
})

const practiceDesk = (staff: Sdk, odsCode: string) => {
  const practice = async () =>
    got((await staff.PracticeAccess({ odsCode })).practice?.access)
  return {
    practice,
    setPractice: async (level: RecordAccessSwitch, change: Change = {}) => {
      const expectedVersion = (await practice()).version
      const input = { level, enabled: true, expectedVersion, ...change }
      const answer = await staff.SetPracticeRecordAccess({ odsCode, input })
      return got(answer.setPracticeRecordAccess)
    },
    setPracticeOrdering: async (enabled: boolean, dry?: Dry) => {
      const input = { enabled, expectedVersion: (await practice()).version }
      const asked = { odsCode, input, ...dry }
      const answer = await staff.SetPracticePrescriptionOrdering(asked)
      return got(answer.setPracticePrescriptionOrdering)
    }
  }
}

type Wanted = Partial<Record<RecordAccessSwitch, Change>>

interface Access {
  readonly switches: readonly {
    readonly switch: RecordAccessSwitch
    readonly enabled: boolean
    readonly startDate: string | null
  }[]
}

/** What has to change, in an order in which it can. */
const changesTo = ({ switches }: Access, wanted: Wanted) =>
  switches.flatMap(({ switch: level, enabled, startDate }) => {
    const change = wanted[level]
    const inForce = change
      ? enabled && startDate === (change.startDate ?? null)
      : !enabled
    return inForce
      ? []
      : [{ level, change: change ? { ...REVIEWED, ...change } : OFF }]
  })

/** One member of staff at work: each change names the version just read. */
export const openDesk = (staff: Sdk, odsCode: string = ELM_TREE) => {
  const record = recordDesk(staff)
  const practice = practiceDesk(staff, odsCode)
  return {
    ...record,
    ...practice,
    ...servicesDesk(staff),
    /** Exactly these on, and everything else off. */
    onlyPatient: async (person: Person, wanted: Wanted): Promise<void> => {
      const changes = changesTo(await record.patient(person), wanted)
      for (const { level, change } of changes) {
        accepted(await record.setPatient(person, level, change))
      }
    },
    onlyPractice: async (
      wanted: Omit<Wanted, 'PROSPECTIVE'>
    ): Promise<void> => {
      const changes = changesTo(await practice.practice(), wanted)
      for (const { level, change } of changes) {
        accepted(await practice.setPractice(level, change))
      }
    }
  }
}

export type Desk = ReturnType<typeof openDesk>
