import fc from 'fast-check'
import { openDesk, type Person } from './access.ts'
import type { RecordAccessSwitch, Sdk } from './generated/sdk.ts'
import { ELM_TREE, NHS_NUMBERS } from './people.ts'

/** How something is configured: settings as the audit tells them. */
export type State = Readonly<Record<string, unknown>>

interface Access {
  readonly version: number
  readonly masterState?: string
  readonly switches?: readonly {
    readonly switch: RecordAccessSwitch
    readonly enabled: boolean
    readonly startDate: string | null
  }[]
  readonly prescriptionOrdering?: { readonly enabled: boolean }
}

/** The settings that an answer speaks of. */
export const stateOf = (access: Access): State => {
  const { masterState, prescriptionOrdering: ordering, switches = [] } = access
  return {
    ...(masterState && { ONLINE_ACCESS: masterState }),
    ...(ordering && { PRESCRIPTION_ORDERING: { enabled: ordering.enabled } }),
    ...Object.fromEntries(
      switches.map(({ switch: level, enabled, startDate }) => [
        level,
        { enabled, startDate }
      ])
    )
  }
}

export interface Answer {
  readonly access: Access | null
  readonly userErrors: readonly {
    readonly code: string
    readonly currentVersion: number | null
  }[]
}

/** One change, whoever makes it and on whichever version. */
export type Send = (sdk: Sdk, expectedVersion: number) => Promise<Answer>

/** One switch, on or off. */
interface SwitchInput {
  readonly level: RecordAccessSwitch
  readonly enabled: boolean
  readonly startDate: string | null
  readonly reviewConfirmed: boolean
}

/** A patient or the practice, and what can be changed of it. */
export interface Subject {
  readonly nhsNumber: string | null
  /** Any of the changes there are. */
  readonly changes: fc.Arbitrary<Send>
  setSwitch(input: SwitchInput): Send
  setOrdering(enabled: boolean): Send
  now(sdk: Sdk): Promise<Access>
}

const got = (answer: Answer | null): Answer => {
  if (!answer) throw new Error('No answer')
  return answer
}

const UNDATED = fc
  .record({
    level: fc.constantFrom<RecordAccessSwitch>(
      'SUMMARY',
      'DETAILED_CODED',
      'DOCUMENT'
    ),
    enabled: fc.boolean()
  })
  .map((input) => ({ ...input, startDate: null, reviewConfirmed: true }))

/** Days so many that two changes seldom ask for the same. */
const dated = (
  ...levels: readonly RecordAccessSwitch[]
): fc.Arbitrary<SwitchInput> =>
  fc
    .record({
      level: fc.constantFrom(...levels),
      day: fc.option(fc.integer({ min: 10, max: 28 }), { freq: 4 })
    })
    .map(({ level, day }) => ({
      level,
      enabled: day !== null,
      startDate: day === null ? null : `2025-02-${day}`,
      reviewConfirmed: true
    }))

const patientSwitch =
  (nhsNumber: string) =>
  (change: SwitchInput): Send =>
  async (sdk, expectedVersion) => {
    const input = { ...change, expectedVersion }
    const answer = await sdk.SetPatientRecordAccess({ nhsNumber, input })
    return got(answer.setPatientRecordAccess)
  }

const patientOrdering =
  (nhsNumber: string) =>
  (enabled: boolean): Send =>
  async (sdk, expectedVersion) => {
    const asked = { nhsNumber, input: { enabled, expectedVersion } }
    const answer = await sdk.SetPatientPrescriptionOrdering(asked)
    return got(answer.setPatientPrescriptionOrdering)
  }

const onlineServices =
  (nhsNumber: string) =>
  (enabled: boolean): Send =>
  async (sdk, expectedVersion) => {
    const input = { enabled, expectedVersion }
    const answer = await sdk.SetCitizenServiceAccess({ nhsNumber, input })
    return got(answer.setCitizenServiceAccess)
  }

export const patientSubject = (person: Person): Subject => {
  const nhsNumber = NHS_NUMBERS[person]
  const setSwitch = patientSwitch(nhsNumber)
  const setOrdering = patientOrdering(nhsNumber)
  const switches = fc.oneof(UNDATED, dated('FULL_RECORD', 'PROSPECTIVE'))
  return {
    nhsNumber,
    setSwitch,
    setOrdering,
    changes: fc.oneof(
      { weight: 4, arbitrary: switches.map(setSwitch) },
      fc.boolean().map(setOrdering),
      fc.boolean().map(onlineServices(nhsNumber))
    ),
    now: async (sdk) => {
      const desk = openDesk(sdk)
      const prescriptionOrdering = await desk.ordering(person)
      return { ...(await desk.patient(person)), prescriptionOrdering }
    }
  }
}

const practiceSwitch =
  (change: SwitchInput): Send =>
  async (sdk, expectedVersion) => {
    const asked = { odsCode: ELM_TREE, input: { ...change, expectedVersion } }
    const answer = await sdk.SetPracticeRecordAccess(asked)
    return got(answer.setPracticeRecordAccess)
  }

const practiceOrdering =
  (enabled: boolean): Send =>
  async (sdk, expectedVersion) => {
    const asked = { odsCode: ELM_TREE, input: { enabled, expectedVersion } }
    const answer = await sdk.SetPracticePrescriptionOrdering(asked)
    return got(answer.setPracticePrescriptionOrdering)
  }

export const practiceSubject: Subject = {
  nhsNumber: null,
  setSwitch: practiceSwitch,
  setOrdering: practiceOrdering,
  changes: fc.oneof(
    UNDATED.map(practiceSwitch),
    dated('FULL_RECORD').map(practiceSwitch),
    fc.boolean().map(practiceOrdering)
  ),
  now: async (sdk) => {
    const access = await openDesk(sdk).practice()
    const { practice } = await sdk.PracticeSettings({ odsCode: ELM_TREE })
    const { prescriptionOrdering } = { ...practice?.access }
    return { ...access, ...(prescriptionOrdering && { prescriptionOrdering }) }
  }
}
