import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { ProblemContent } from '../../../src/modules/record/entry-content.ts'
import { openDesk, type Desk } from '../../support/access.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { allergyContent } from '../../support/builders/entry-content.ts'
import { immunisationContent } from '../../support/builders/immunisation.ts'
import { problemContent } from '../../support/builders/problem.ts'
import { postGraph } from '../../support/graph-post.ts'
import { NHS_NUMBERS } from '../../support/people.ts'
import { writeRecord } from '../../support/write-record.ts'
import { DETAILED, EVERYTHING, SUMMARY } from '../acceptance/levels.ts'

interface Linked {
  readonly id: string
  readonly linkedProblems: readonly { readonly id: string }[]
}

let server: TestApp
let desk: Desk

beforeAll(async () => {
  server = await startTestApp()
  desk = openDesk(await server.clientOf('manager'))
  await desk.onlyPractice(EVERYTHING)
})
afterAll(() => server.close())

const SYSTEM = 'https://supplier.example'

const linkTo = (
  kind: 'RELATED' | 'ACTUAL',
  target: 'ALLERGY' | 'IMMUNISATION',
  value: string
): ProblemContent['links'][number] => ({
  kind,
  target: { kind: target, identifier: { system: SYSTEM, value } }
})

/** Into Ada's record: an old allergy and a jab, and a problem that has both. */
const writeLinked = () =>
  writeRecord(server, 'ada', async (writer, { key, gpId }) => {
    const old = { onset: '1999', assertedDate: '1999-03-01' }
    const allergy = await writer.writeAllergy(key, {
      ...allergyContent(gpId),
      ...old
    })
    const jab = await writer.writeImmunisations(key, [
      immunisationContent('jab'),
      immunisationContent('secret', { restricted: true })
    ])
    const problem = await writer.writeProblems(key, [
      problemContent(gpId, 'hay fever', {
        onset: '2025-05-05',
        assertedDate: '2025-05-05',
        links: [
          linkTo('RELATED', 'ALLERGY', 'allergy'),
          linkTo('RELATED', 'IMMUNISATION', 'jab'),
          linkTo('RELATED', 'IMMUNISATION', 'secret')
        ]
      })
    ])
    return {
      allergyId: allergy.id,
      jabId: String(jab[0]?.id),
      secretId: String(jab[1]?.id),
      problemId: String(problem[0]?.id)
    }
  })

const ask = async (persona: string, record: string) => {
  const query = `{ patient(nhsNumber: "${NHS_NUMBERS.ada}") {
    record { ${record} }
  } }`
  const token = await server.tokenOf(persona)
  const { body, text } = await postGraph(server.url, {
    operation: { query },
    token
  })
  return { record: Object(body.data).patient.record, text }
}

const PROBLEMS = `problems { nodes { id linkedEntries { __typename id } } }`
const ALLERGIES = `allergies(first: 100) { nodes {
  id linkedProblems { id linkedEntries { id } }
} }`

const idsOf = (entries: readonly { readonly id: string }[]) =>
  entries.map(({ id }) => id).toSorted()

describe('entries that belong to a problem', () => {
  let ids: Awaited<ReturnType<typeof writeLinked>>
  beforeAll(async () => {
    ids = await writeLinked()
  })

  const allergyAs = async (persona: string): Promise<Linked | undefined> => {
    const { record } = await ask(persona, ALLERGIES)
    return record.allergies.nodes.find(({ id }: Linked) => id === ids.allergyId)
  }

  it('are reached from it and back, the hidden one by no path', async () => {
    await desk.onlyPatient('ada', DETAILED)
    const { record, text } = await ask('ada', `${PROBLEMS} ${ALLERGIES}`)
    expect(record.problems.nodes).toMatchObject([{ id: ids.problemId }])
    const [{ linkedEntries }] = record.problems.nodes
    expect(idsOf(linkedEntries)).toEqual([ids.allergyId, ids.jabId].toSorted())
    expect((await allergyAs('ada'))?.linkedProblems).toMatchObject([
      { id: ids.problemId }
    ])
    expect(text).not.toContain(ids.secretId)
  })

  it('are all there for staff', async () => {
    const { record } = await ask('gp', PROBLEMS)
    const [{ linkedEntries }] = record.problems.nodes
    expect(idsOf(linkedEntries)).toEqual(
      [ids.allergyId, ids.jabId, ids.secretId].toSorted()
    )
  })

  it('seen at summary lead nowhere, whatever is seen beside them (R21)', async () => {
    await desk.onlyPatient('ada', {
      ...SUMMARY,
      PROSPECTIVE: { startDate: '2024-01-01' }
    })
    const { record } = await ask('ada', PROBLEMS)
    const [{ id, linkedEntries }] = record.problems.nodes
    expect(id).toBe(ids.problemId)
    expect(idsOf(linkedEntries)).toEqual([ids.allergyId])
    const allergy = await allergyAs('ada')
    expect(allergy?.linkedProblems).toEqual([])
  })

  it('costs as many statements for many entries as for few', async () => {
    await desk.onlyPatient('ada', EVERYTHING)
    await ask('ada', ALLERGIES)
    const countFor = async (first: number) => {
      server.statements.length = 0
      await ask(
        'ada',
        `allergies(first: ${first}) { nodes {
        id linkedProblems { id }
      } }`
      )
      return server.statements.length
    }
    const whole = await countFor(100)
    expect(whole).toBeLessThan(30)
    await writeRecord(server, 'ada', async (writer, { key, gpId }) => {
      const more = Array.from({ length: 15 }, (_one, index) => `more ${index}`)
      await writer.writeAllergies(
        key,
        more.map((value) => ({
          ...allergyContent(gpId),
          identifiers: [{ system: SYSTEM, value }]
        }))
      )
      await writer.writeProblems(
        key,
        more.map((value) =>
          problemContent(gpId, value, {
            links: [linkTo('RELATED', 'ALLERGY', value)]
          })
        )
      )
    })
    expect(await countFor(100)).toBe(whole)
  })
})
