import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { databaseOf, rowsOf, sql } from '../../../src/database/sql.ts'
import { toDocumentView } from '../../../src/modules/record/documents/document.view.ts'
import { DocumentContentResolver } from '../../../src/modules/record/documents/document-content.resolver.ts'
import type { DocumentContent } from '../../../src/modules/record/entry-content.ts'
import type { EntryScope } from '../../../src/modules/record/area.ts'
import {
  createRecordReader,
  type RecordReader
} from '../../../src/modules/record/record.service.ts'
import { WHOLE_RECORD } from '../../../src/policy/effective-permissions.ts'
import { openDesk } from '../../support/access.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { bytesOf, documentContent } from '../../support/builders/document.ts'
import { permissionsAt } from '../../support/builders/structured-record.ts'
import { documentReader } from '../../support/document-reader.ts'
import { writeRecord } from '../../support/write-record.ts'

const LARGEST = 5_000_000

let server: TestApp
let documents: ReturnType<typeof documentReader>

const write = (...contents: readonly DocumentContent[]) =>
  writeRecord(server, 'ada', async (writer, { key }) => ({
    patient: key,
    written: await writer.writeDocuments(key, contents)
  }))

const writeOne = async (content: DocumentContent) => {
  const { patient, written } = await write(content)
  const [only] = written
  if (!only) throw new Error('Nothing was written')
  return { patient, ...only }
}

const large = (name: string, size: number): DocumentContent =>
  documentContent(name, {
    created: '2010',
    size,
    content: new Uint8Array(size)
  })

beforeAll(async () => {
  server = await startTestApp()
  documents = documentReader(server, 'ada')
  const desk = openDesk(await server.clientOf('gp'))
  await desk.onlyPractice({ FULL_RECORD: {} })
  await desk.onlyPatient('ada', { FULL_RECORD: {} })
})
afterAll(() => server.close())

const openReader = (): RecordReader =>
  createRecordReader({
    db: databaseOf(server.orm.em.fork()),
    viewer: { kind: 'anonymous' },
    today: '2026-11-23'
  })

/** A document that staff have found, as if it had come to another's eyes. */
const leaked = async (id: string, scope: EntryScope) => {
  const asStaff = { ...scope, permissions: WHOLE_RECORD }
  const found = await openReader().entries.DOCUMENTS.find(asStaff, id)
  if (!found) throw new Error('No such document')
  const { entry, practitioners } = found
  return { entry, view: toDocumentView(entry, { practitioners, scope }) }
}

describe('content', () => {
  it('of 5,000,000 bytes is held, and of one more is not', async () => {
    await write(large('exact', LARGEST), large('huge', LARGEST + 1))
    expect(await documents.contentOf('exact')).toMatchObject({ size: LARGEST })
    expect(await documents.one('huge')).toMatchObject({ size: LARGEST + 1 })
    expect(await documents.contentOf('huge')).toBeNull()
  })

  it('is given as long as there is room, and no more', async () => {
    const names = [1, 2, 3, 4, 5, 6].map((number) => `big-${number}`)
    await write(...names.map((name) => large(name, LARGEST)))
    const { nodes, errors } = await documents.ask({
      args: '(to: "2011-01-01")',
      parts: 'content { size }'
    })
    const given = nodes.filter(({ content }) => content)
    expect(given).toHaveLength(5)
    expect(errors?.length).toBeGreaterThan(0)
    expect(errors?.[0]).toMatchObject({
      extensions: { code: 'QUERY_TOO_COSTLY' }
    })
  }, 60_000)

  it('is not read when it is not asked for', async () => {
    server.statements.length = 0
    await documents.ask()
    expect(server.statements.length).toBeGreaterThan(0)
    expect(server.statements.join()).not.toContain('document_content')
  })

  it('is read in one statement, for however many documents', async () => {
    await write(documentContent('one'), documentContent('two'))
    server.statements.length = 0
    const { nodes } = await documents.ask({
      args: '(from: "2024-01-01")',
      parts: 'content { size }'
    })
    expect(nodes.filter(({ content }) => content).length).toBeGreaterThan(1)
    const reading = server.statements.filter((text) =>
      text.includes('document_content')
    )
    expect(reading).toHaveLength(1)
  })

  it('is noted in the audit as documents', async () => {
    const { patient, id } = await writeOne(documentContent('noted'))
    const scope = { patient, permissions: WHOLE_RECORD }
    const { view } = await leaked(id, scope)
    const seen: object[] = []
    const audit = { saw: (part: object) => void seen.push(part) }
    const context = { records: openReader(), audit }
    await new DocumentContentResolver().content(view, context)
    expect(seen).toEqual([{ ...patient, as: 'STAFF', area: 'DOCUMENTS' }])
  })
})

describe('the content of a hidden document', () => {
  const HIDDEN = {
    restricted: { restricted: true },
    confidential: { staffConfidential: true },
    'in error': { enteredInError: true },
    unreviewed: { unreviewed: true }
  }

  it.each(Object.entries(HIDDEN))(
    'that is %s is unreachable even from the document',
    async (name, marks) => {
      const content = documentContent(name, marks)
      const { patient, id } = await writeOne(content)
      const scope = { patient, permissions: permissionsAt('full') }
      const { view } = await leaked(id, scope)
      const context = { records: openReader(), audit: { saw: () => undefined } }
      const resolver = new DocumentContentResolver()
      expect(await resolver.content(view, context)).toBeNull()
      const ofStaff = { ...view, scope: { patient, permissions: WHOLE_RECORD } }
      expect(await resolver.content(ofStaff, context)).toMatchObject({
        base64: Buffer.from(name).toString('base64')
      })
    }
  )

  it('is unreachable below the level of documents', async () => {
    const { patient, id } = await writeOne(documentContent('high'))
    const scope = { patient, permissions: permissionsAt('detailed') }
    const { view } = await leaked(id, scope)
    const context = { records: openReader(), audit: { saw: () => undefined } }
    const resolver = new DocumentContentResolver()
    expect(await resolver.content(view, context)).toBeNull()
  })

  it('that came after the policy had looked is not found', async () => {
    const { patient, id } = await writeOne(documentContent('race'))
    const scope = { patient, permissions: permissionsAt('full') }
    const { entry } = await leaked(id, scope)
    const content = bytesOf('secret')
    await write(documentContent('race', { restricted: true, content }))
    expect(await openReader().findDocumentContent(entry.document)).toBeNull()
  })
})

const binaryIdOf = async (id: string): Promise<string | null> => {
  const [row] = await rowsOf(
    databaseOf(server.orm.em.fork()),
    sql<{ id: string | null }>`
      select binary_id as id from document where id = ${id}`
  )
  return row?.id ?? null
}

describe('documents written again (Ruling R17)', () => {
  it('stay as they are when nothing changed', async () => {
    const first = await writeOne(documentContent('same'))
    const binaryId = await binaryIdOf(first.id)
    const again = await writeOne(documentContent('same'))
    expect(again).toMatchObject({ id: first.id, outcome: 'UNCHANGED' })
    expect(await binaryIdOf(first.id)).toBe(binaryId)
  })

  it('keep the id of their bytes unless these change', async () => {
    const first = await writeOne(documentContent('amended'))
    const binaryId = await binaryIdOf(first.id)
    await write(documentContent('amended', { description: 'Other words' }))
    expect(await binaryIdOf(first.id)).toBe(binaryId)
    const content = bytesOf('other bytes')
    const again = await writeOne(documentContent('amended', { content }))
    expect(again.outcome).toBe('UPDATED')
    expect(await binaryIdOf(first.id)).not.toBe(binaryId)
    expect(await documents.contentOf('amended')).toMatchObject({ size: 11 })
  })

  it('lose content that is not sent any more, and get it back', async () => {
    const first = await writeOne(documentContent('lost'))
    await write(documentContent('lost', { content: null, size: 6_000_000 }))
    expect(await binaryIdOf(first.id)).toBeNull()
    expect(await documents.contentOf('lost')).toBeNull()
    await write(documentContent('lost'))
    expect(await documents.contentOf('lost')).toMatchObject({ size: 4 })
  })

  it('keep a restriction, and keep replaced metadata as a version', async () => {
    const first = await writeOne(documentContent('kept', { restricted: true }))
    await write(documentContent('kept', { description: 'New' }))
    expect(await documents.one('kept')).toBeUndefined()
    const versions = await rowsOf(
      databaseOf(server.orm.em.fork()),
      sql<{ kind: string; content: { description: string } }>`
        select entry_kind as kind, content from entry_version
        where entry_id = ${first.id}`
    )
    expect(versions).toMatchObject([
      { kind: 'DOCUMENT', content: { description: 'Discharge summary' } }
    ])
  })
})
