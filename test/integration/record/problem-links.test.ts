import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { databaseOf, rowsOf, sql } from '../../../src/database/sql.ts'
import { loadHidden } from '../../../src/modules/record/closure.loader.ts'
import type { ProblemContent } from '../../../src/modules/record/entry-content.ts'
import { ProblemEntity } from '../../../src/modules/record/problems/problem.entity.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { allergyContent } from '../../support/builders/entry-content.ts'
import {
  problemContent,
  problemIdentifier
} from '../../support/builders/problem.ts'
import { writeRecord, type WrittenPatient } from '../../support/write-record.ts'

let server: TestApp
let patient: WrittenPatient

beforeAll(async () => {
  server = await startTestApp()
  patient = await writeRecord(server, 'ben', async (_writer, found) => found)
})
afterAll(() => server.close())

const ALLERGY = { system: 'https://supplier.example', value: 'allergy' }

const toAllergy = (
  kind: 'RELATED' | 'ACTUAL',
  value: string
): ProblemContent['links'][number] => ({
  kind,
  target: { kind: 'ALLERGY', identifier: { ...ALLERGY, value } }
})

const toProblem = (value: string): ProblemContent['links'][number] => ({
  kind: 'CHILD',
  target: { kind: 'PROBLEM', identifier: problemIdentifier(value) }
})

const problem = (
  value: string,
  changes: Partial<ProblemContent> = {}
): ProblemContent => problemContent(patient.gpId, value, changes)

const allergy = (value: string, restricted = false) => ({
  ...allergyContent(patient.gpId),
  identifiers: [{ ...ALLERGY, value }] as const,
  restricted
})

const write = (...contents: ProblemContent[]) =>
  writeRecord(server, 'ben', (writer, { key }) =>
    writer.writeProblems(key, contents)
  )

const database = () => databaseOf(server.orm.em.fork())

const linksOf = (problemId: string | undefined) =>
  rowsOf(
    database(),
    sql<object>`select kind, entry_kind as "entryKind", entry_id as "entryId"
      from problem_link where problem_id = ${problemId} order by kind`
  )

/** What hides an entry now; undefined when nothing does. */
const hiddenBy = async (id: string | undefined) => {
  const hidden = await loadHidden(database(), [patient.key])
  return hidden.get(patient.key.patientId)?.get(id ?? '')
}

describe('a problem that is written', () => {
  it('is kept whole, with its dates (R22), and once (R17)', async () => {
    const content = problem('whole', { enteredInError: true })
    const [created] = await write(content)
    expect(await write(content)).toEqual([
      { id: created?.id, outcome: 'UNCHANGED' }
    ])
    const { links: _links, ...own } = content
    expect(
      await server.orm.em.fork().findOneOrFail(ProblemEntity, {
        practiceId: patient.key.practiceId,
        id: created?.id
      })
    ).toMatchObject({
      ...own,
      clinicalDate: '2014-05-01',
      clinicalUntil: '2014-05-31',
      recordedDate: '2014-06-02',
      consultationId: null,
      version: 1
    })
  })
})

describe('links of a problem', () => {
  it('are made to entries written before, with it and after', async () => {
    const ids = await writeRecord(server, 'ben', async (writer, { key }) => {
      const before = await writer.writeAllergy(key, allergy('before'))
      const links = [
        toAllergy('RELATED', 'before'),
        toAllergy('ACTUAL', 'after'),
        toProblem('part')
      ]
      const [whole, part] = await writer.writeProblems(key, [
        problem('linked', { links }),
        problem('part')
      ])
      const after = await writer.writeAllergy(key, allergy('after'))
      return { before, whole, part, after }
    })
    expect(await linksOf(ids.whole?.id)).toEqual([
      { kind: 'ACTUAL', entryKind: 'ALLERGY', entryId: ids.after.id },
      { kind: 'CHILD', entryKind: 'PROBLEM', entryId: ids.part?.id },
      { kind: 'RELATED', entryKind: 'ALLERGY', entryId: ids.before.id }
    ])
  })

  it('to what never comes, or to itself, are not made', async () => {
    const links = [toProblem('never'), toProblem('lonely')]
    const [lonely] = await write(problem('lonely', { links }))
    expect(await linksOf(lonely?.id)).toEqual([])
  })

  it('are made when what they name comes in a later import', async () => {
    const content = problem('patient', { links: [toProblem('late')] })
    const [written] = await write(content)
    expect(await linksOf(written?.id)).toEqual([])
    const [again, late] = await write(content, problem('late'))
    expect(again?.outcome).toBe('UNCHANGED')
    expect(await linksOf(written?.id)).toMatchObject([{ entryId: late?.id }])
  })

  it('follow changed content, the old ones kept in the version (R17)', async () => {
    const [, one, other] = await write(
      problem('changing', { links: [toProblem('one')] }),
      problem('one'),
      problem('other')
    )
    const [changed] = await write(
      problem('changing', { links: [toProblem('other')] })
    )
    expect(changed?.outcome).toBe('UPDATED')
    expect(await linksOf(changed?.id)).toMatchObject([{ entryId: other?.id }])
    const versions = await rowsOf(
      database(),
      sql<{ content: object }>`select content from entry_version
        where entry_id = ${changed?.id}`
    )
    expect(versions).toMatchObject([
      { content: { links: [{ kind: 'CHILD', entry_id: one?.id }] } }
    ])
  })

  it('are not made to another patient’s entry', async () => {
    await write(problem('of ben'))
    const [hers] = await writeRecord(server, 'ada', (writer, { key, gpId }) =>
      writer.writeProblems(key, [
        problemContent(gpId, 'of ada', { links: [toProblem('of ben')] })
      ])
    )
    expect(await linksOf(hers?.id)).toEqual([])
  })
})

describe('the closure of a problem and its actual entry (R16)', () => {
  it('hides both, whichever is restricted; a related one stays', async () => {
    const ids = await writeRecord(server, 'ben', async (writer, { key }) => {
      const [one, other] = await writer.writeProblems(key, [
        problem('by entry', { links: [toAllergy('ACTUAL', 'hidden')] }),
        problem('by problem', {
          restricted: true,
          links: [toAllergy('ACTUAL', 'open'), toAllergy('RELATED', 'free')]
        })
      ])
      const written = await writer.writeAllergies(key, [
        allergy('hidden', true),
        allergy('open'),
        allergy('free')
      ])
      return { one, other, entries: written.map(({ id }) => id) }
    })
    const [restricted, open, free] = ids.entries
    expect(await hiddenBy(ids.one?.id)).toEqual([
      { mark: 'RESTRICTED', originId: restricted, inherited: true }
    ])
    expect(await hiddenBy(open)).toEqual([
      { mark: 'RESTRICTED', originId: ids.other?.id, inherited: true }
    ])
    expect(await hiddenBy(free)).toBeUndefined()
  })
})
