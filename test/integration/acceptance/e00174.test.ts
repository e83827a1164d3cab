import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTestApp, type TestApp } from '../../support/app.ts'
import type { Sdk } from '../../support/generated/sdk.ts'
import { refusalOf } from '../../support/graph-errors.ts'
import { NHS_NUMBERS } from '../../support/people.ts'
import { askStructuredRecord } from '../../support/structured-record.ts'

const { ben: BEN, dev: DEV, ada: ADA } = NHS_NUMBERS
const NOBODY = '00000000-0000-4000-8000-000000000000'

let server: TestApp
let gp: Sdk

beforeAll(async () => {
  server = await startTestApp()
  gp = await server.clientOf('gp')
})
afterAll(() => server.close())

const recordOf = async (client: Sdk, nhsNumber: string) => {
  const { patient } = await client.PatientRecord({ nhsNumber })
  if (!patient?.record) throw new Error('No record')
  return patient.record
}

/** Ids of all that somebody is shown of Ben's record in the graph. */
const shownTo = async (client: Sdk): Promise<string[]> => {
  const { allergies, medications } = await recordOf(client, BEN)
  const courses = medications?.nodes ?? []
  return [
    ...(allergies?.nodes ?? []).map(({ id }) => id),
    ...courses.map(({ id }) => id),
    ...courses.flatMap(({ issues }) => issues.map(({ id }) => id))
  ].toSorted()
}

const restAnswer = async (): Promise<string> => {
  const { text } = await askStructuredRecord(server.url, {
    token: await server.tokenOf('ben'),
    nhsNumber: BEN
  })
  return text
}

const restrict = async (ids: string[], reason = 'Names somebody else') => {
  const input = { ids, reason }
  const answer = await gp.RestrictRecordEntries({ nhsNumber: BEN, input })
  if (!answer.restrictRecordEntries) throw new Error('No payload')
  return answer.restrictRecordEntries
}

const lift = async (ids: string[], reason = 'Agreed with the patient') => {
  const input = { ids, reason }
  const answer = await gp.LiftRecordEntryRestriction({ nhsNumber: BEN, input })
  if (!answer.liftRecordEntryRestriction) throw new Error('No payload')
  return answer.liftRecordEntryRestriction
}

/** A course of Ben's with issues, and one of his allergies. */
const someOfBens = async () => {
  const ben = await server.clientOf('ben')
  const { allergies, medications } = await recordOf(ben, BEN)
  const course = medications?.nodes.find(({ issues }) => issues.length > 1)
  const allergy = allergies?.nodes[0]
  if (!course || !allergy) throw new Error('Ben has too little')
  return { ben, course, allergy }
}

describe('E00174 restricting entries from view', () => {
  it('AC1 restrict: absent for the citizen from the next answer on', async () => {
    const { ben, allergy } = await someOfBens()
    const before = await shownTo(ben)
    const { entries, alsoChanged, userErrors } = await restrict([allergy.id])
    expect(userErrors).toEqual([])
    expect(alsoChanged).toEqual([])
    expect(entries).toMatchObject([
      { id: allergy.id, kind: 'ALLERGY', area: 'ALLERGIES', restricted: true }
    ])
    expect(await shownTo(ben)).toEqual(before.filter((id) => id !== allergy.id))
    expect(await restAnswer()).not.toContain(allergy.id)
    await lift([allergy.id])
  })

  it('AC3 view: staff see it marked, by whom, when and why', async () => {
    const { allergy } = await someOfBens()
    await restrict([allergy.id], 'Told by her sister')
    const { allergies } = await recordOf(gp, BEN)
    const seen = allergies?.nodes.find(({ id }) => id === allergy.id)
    expect(seen?.marker?.causes).toEqual([
      { mark: 'RESTRICTED', originId: allergy.id, inherited: false }
    ])
    const { patient } = await gp.RestrictedEntries({ nhsNumber: BEN })
    expect(patient?.restrictedEntries).toMatchObject([
      {
        id: allergy.id,
        restricted: true,
        marker: {
          restrictedAt: expect.stringMatching(/^2026-11-23/),
          restrictedBy: expect.stringMatching(/^\d+$/),
          restrictedReason: 'Told by her sister'
        }
      }
    ])
    await lift([allergy.id])
  })

  it('AC4 lift: shown again as it was, in both interfaces', async () => {
    const { ben, allergy, course } = await someOfBens()
    const before = await shownTo(ben)
    const bundle = await restAnswer()
    await restrict([allergy.id, course.id])
    const lifted = await lift([allergy.id, course.id])
    expect(lifted.userErrors).toEqual([])
    expect(lifted.entries?.every(({ marker }) => marker === null)).toBe(true)
    expect(await shownTo(ben)).toEqual(before)
    const idsIn = (text: string) => text.match(/"id":"[^"]+"/g)?.slice(1)
    expect(idsIn(await restAnswer())).toEqual(idsIn(bundle))
  })

  it('hides a course whole, whichever part is restricted (R16)', async () => {
    const { ben, course } = await someOfBens()
    const [issue] = course.issues
    const before = await shownTo(ben)
    const { alsoChanged } = await restrict([String(issue?.id)])
    const own = [course.id, ...course.issues.map(({ id }) => id)]
    expect(alsoChanged.map(({ id }) => id).toSorted()).toEqual(
      own.filter((id) => id !== issue?.id).toSorted()
    )
    expect(alsoChanged.every(({ restricted }) => !restricted)).toBe(true)
    expect(await shownTo(ben)).toEqual(before.filter((id) => !own.includes(id)))
    const { userErrors } = await lift([course.id])
    expect(userErrors).toMatchObject([
      { code: 'INHERITED_RESTRICTION', insteadId: issue?.id }
    ])
    const lifted = await lift([String(issue?.id)])
    expect(lifted.alsoChanged).toHaveLength(own.length - 1)
    expect(await shownTo(ben)).toEqual(before)
  })

  it('lifts only what that restriction hid (R16)', async () => {
    const { ben, course } = await someOfBens()
    const ids = [course.id, String(course.issues[0]?.id)]
    const before = await shownTo(ben)
    await restrict(ids)
    const { alsoChanged, entries } = await lift([course.id])
    expect(alsoChanged).toEqual([])
    expect(entries?.[0]?.marker?.causes).toMatchObject([{ inherited: true }])
    expect(await shownTo(ben)).not.toContain(course.id)
    await lift([String(course.issues[0]?.id)])
    expect(await shownTo(ben)).toEqual(before)
  })
})

describe('what is no entry to restrict', () => {
  it.each([
    ['nobody’s id', NOBODY, 'ENTRY_UNKNOWN'],
    ['no id at all', 'x', 'ENTRY_UNKNOWN']
  ])('%s', async (_what, id, code) => {
    const { allergy } = await someOfBens()
    const { userErrors, entries } = await restrict([allergy.id, id])
    expect(entries).toBeNull()
    expect(userErrors).toMatchObject([{ code, field: ['input', 'ids', '1'] }])
    const { patient } = await gp.RestrictedEntries({ nhsNumber: BEN })
    expect(patient?.restrictedEntries).toEqual([])
  })

  it('an entry of another patient', async () => {
    const { allergies } = await recordOf(gp, ADA)
    const { userErrors } = await restrict([String(allergies?.nodes[0]?.id)])
    expect(userErrors).toMatchObject([{ code: 'ENTRY_UNKNOWN' }])
  })

  it('a part of an entry, which says of which', async () => {
    const { course } = await someOfBens()
    const plan = await planOf(course.id)
    const { userErrors } = await restrict([plan])
    expect(userErrors).toMatchObject([
      { code: 'PART_OF_ENTRY', insteadId: course.id }
    ])
  })

  it('no reason, no entry, a bell, all told at once', async () => {
    const { userErrors } = await restrict([], ' \u0007')
    expect(userErrors.map(({ code }) => code)).toEqual([
      'REASON_NOT_PRINTABLE',
      'NO_ENTRIES'
    ])
    expect((await restrict([NOBODY], ' ')).userErrors).toMatchObject([
      { code: 'REASON_REQUIRED' },
      { code: 'ENTRY_UNKNOWN' }
    ])
  })
})

/** The id its plan has in FHIR. */
const planOf = async (courseId: string): Promise<string> => {
  const { entry } = JSON.parse(await restAnswer())
  const statement = entry.find(
    ({ resource }: { resource: { id?: string } }) => resource.id === courseId
  )
  return statement.resource.basedOn[0].reference.split('/')[1]
}

it('is for who may review the record, at their own practice', async () => {
  const { allergies } = await recordOf(gp, DEV)
  const ids = [String(allergies?.nodes[0]?.id)]
  const asked = { nhsNumber: DEV, input: { ids, reason: 'Not theirs' } }
  for (const [persona, code] of [
    ['receptionist', 'FORBIDDEN'],
    ['manager', 'FORBIDDEN'],
    ['other-gp', 'NOT_FOUND'],
    ['dev', 'FORBIDDEN']
  ] as const) {
    const client = await server.clientOf(persona)
    expect(await refusalOf(client.RestrictRecordEntries(asked))).toMatchObject({
      code
    })
    expect(
      await refusalOf(client.LiftRecordEntryRestriction(asked))
    ).toMatchObject({ code })
  }
  const { patient } = await gp.RestrictedEntries({ nhsNumber: DEV })
  expect(patient?.restrictedEntries).toEqual([])
})
