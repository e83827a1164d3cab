import { afterAll, beforeAll, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { databaseOf, rowsOf, sql } from '../../../src/database/sql.ts'
import { clientAs } from '../../support/access.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import {
  patientSubject,
  practiceSubject,
  stateOf,
  type Answer,
  type Send,
  type State,
  type Subject
} from '../../support/configuration-changes.ts'
import type { Sdk } from '../../support/generated/sdk.ts'
import { ELM_TREE } from '../../support/people.ts'

let server: TestApp
/** Three members of staff, each with a token of their own. */
let staff: readonly [Sdk, Sdk, Sdk]

beforeAll(async () => {
  server = await startTestApp()
  staff = [
    await server.clientOf('gp'),
    await server.clientOf('manager'),
    await clientAs(server, ['PRACTICE_MANAGER', 'NURSE'])
  ]
})
afterAll(() => server.close())

interface AuditedChange {
  readonly outcome: string
  readonly settings: readonly string[]
  readonly detail: { readonly before: State; readonly after: State }
  readonly userId: string
}

/** In the audit's order, with what was refused. */
const auditedChanges = ({ nhsNumber }: Subject): Promise<AuditedChange[]> =>
  rowsOf(
    databaseOf(server.orm.em.fork()),
    sql<AuditedChange>`
      select e.outcome, e.settings, e.detail, e.actor->>'userId' as "userId"
      from audit_event e
      join practice p on p.id = e.practice_id and p.ods_code = ${ELM_TREE}
      left join patient t on t.id = e.patient_id
      where t.nhs_number is not distinct from ${nhsNumber}::text
      order by e.seq`
  )

interface Done {
  readonly answer: Answer
  readonly conflicts: number
}

/** Sent again on the version it was told, until it is not too late. */
const insist = async (sdk: Sdk, send: Send, version: number): Promise<Done> => {
  let expectedVersion = version
  for (let conflicts = 0; ; conflicts += 1) {
    const answer = await send(sdk, expectedVersion)
    const conflict = answer.userErrors.find(({ code }) => code === 'CONFLICT')
    if (!conflict) return { answer, conflicts }
    expectedVersion = conflict.currentVersion ?? 0
  }
}

interface Story {
  readonly subject: Subject
  readonly start: { readonly version: number; readonly state: State }
  readonly done: readonly Done[]
  readonly audited: readonly AuditedChange[]
}

/** Sends so many changes of each subject, all of them at once. */
const changeAtOnce = async (
  wanted: readonly { subject: Subject; changes: number }[],
  seed: number
): Promise<Story[]> => {
  const prepared = await Promise.all(
    wanted.map(async ({ subject, changes: numRuns }) => {
      const access = await subject.now(staff[0])
      const earlier = (await auditedChanges(subject)).length
      const sends = fc.sample(subject.changes, { numRuns, seed })
      const start = { version: access.version, state: stateOf(access) }
      return { subject, start, sends, earlier }
    })
  )
  const all = await Promise.all(
    prepared.map(({ sends, start }) =>
      Promise.all(
        sends.map((send, index) =>
          insist(staff[index % 3] ?? staff[0], send, start.version)
        )
      )
    )
  )
  return Promise.all(
    prepared.map(async ({ subject, start, earlier }, index) => ({
      subject,
      start,
      done: all[index] ?? [],
      audited: (await auditedChanges(subject)).slice(earlier)
    }))
  )
}

/** The states in the order the audit tells, each from the one before. */
const replayed = ({ start, audited }: Story): State[] => {
  const states = [start.state]
  for (const { outcome, settings, detail } of audited) {
    const before = states.at(-1) ?? {}
    const told = settings.map((setting) => [setting, before[setting]])
    if (outcome !== 'REFUSED') {
      expect(detail.before).toEqual(Object.fromEntries(told))
    }
    if (outcome === 'CHANGED') states.push({ ...before, ...detail.after })
  }
  return states
}

const expectSerialOrder = async (story: Story): Promise<void> => {
  const { subject, start, done, audited } = story
  const states = replayed(story)
  const changed = audited.filter(({ outcome }) => outcome === 'CHANGED')
  const now = await subject.now(staff[0])
  expect(stateOf(now)).toEqual(states.at(-1))
  expect(now.version).toBe(start.version + changed.length)

  // What each was answered is how it was right after that change.
  for (const { access } of done.map(({ answer }) => answer)) {
    if (!access) continue
    expect(states[access.version - start.version]).toMatchObject(
      stateOf(access)
    )
  }
  const refused = done.flatMap(({ answer }) => answer.userErrors)
  expect(
    refused.filter(({ code }) => code !== 'REQUIRES_DETAILED_CODED')
  ).toEqual([])
  const conflicts = done.reduce((sum, one) => sum + one.conflicts, 0)
  expect(audited.filter(({ outcome }) => outcome === 'REFUSED')).toHaveLength(
    refused.length + conflicts
  )
  expect(audited.length).toBe(done.length + conflicts)
}

it('50 changes of one patient at once have an order, and the audit tells it', async () => {
  const [story] = await changeAtOnce(
    [{ subject: patientSubject('dev'), changes: 50 }],
    20261123
  )
  if (!story) throw new Error('No story')
  await expectSerialOrder(story)
  const changed = story.audited.filter(({ outcome }) => outcome === 'CHANGED')
  expect(changed.length).toBeGreaterThan(9)
  expect(new Set(changed.map(({ userId }) => userId)).size).toBe(3)
  expect(story.done.some(({ conflicts }) => conflicts > 0)).toBe(true)
})

it('changes of the practice among those of its patients have an order too', async () => {
  const stories = await changeAtOnce(
    [
      { subject: practiceSubject, changes: 12 },
      { subject: patientSubject('ben'), changes: 16 },
      { subject: patientSubject('cara'), changes: 16 }
    ],
    7
  )
  for (const story of stories) await expectSerialOrder(story)
  expect(stories.map(({ done }) => done.length)).toEqual([12, 16, 16])
})

const isOn = (state: State, setting: string): boolean =>
  Object(state[setting]).enabled === true

it.each([
  ['a patient', patientSubject('ada')],
  ['the practice', practiceSubject]
])(
  'of two changes of %s on the same version exactly one is made',
  async (_whom, subject) => {
    for (let round = 0; round < 10; round += 1) {
      const { version, ...access } = await subject.now(staff[0])
      const before = stateOf({ version, ...access })
      const ordering = { enabled: !isOn(before, 'PRESCRIPTION_ORDERING') }
      const summary = { enabled: !isOn(before, 'SUMMARY'), startDate: null }
      const change = { level: 'SUMMARY', reviewConfirmed: true } as const
      const [one, other] = await Promise.all([
        subject.setOrdering(ordering.enabled)(staff[0], version),
        subject.setSwitch({ ...change, ...summary })(staff[1], version)
      ])
      const lost = { code: 'CONFLICT', currentVersion: version + 1 }
      const oneWon = one.userErrors.length === 0
      const [winner, loser] = oneWon ? [one, other] : [other, one]
      expect(winner).toMatchObject({
        userErrors: [],
        access: { version: version + 1 }
      })
      expect(loser).toMatchObject({ userErrors: [lost], access: null })
      expect(stateOf(await subject.now(staff[0]))).toEqual({
        ...before,
        ...(oneWon ? { PRESCRIPTION_ORDERING: ordering } : { SUMMARY: summary })
      })
    }
  }
)
