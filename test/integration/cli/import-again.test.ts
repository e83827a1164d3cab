import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  afterAll,
  afterEach,
  beforeAll,
  describe,
  expect,
  it
} from '@jest/globals'
import {
  aMedication,
  anAllergy,
  anOrder,
  aPlan,
  aRecord,
  aStatement,
  NOPAT_LABEL
} from '../../support/builders/bundle.ts'
import { openImportDesk, type ImportDesk } from '../../support/import-desk.ts'

let desk: ImportDesk
beforeAll(async () => {
  desk = await openImportDesk()
})
afterEach(() => desk.clear())
afterAll(() => desk.close())

const allergies = () => desk.table('allergy')
const versions = () => desk.rows('select * from entry_version')

const ALL = [
  anAllergy('a'),
  aMedication(),
  aStatement('s'),
  aPlan('s'),
  anOrder('s', 'o')
]

describe('an entry that comes again', () => {
  it('is a new version with the old one kept when its content changed', async () => {
    await desk.take(aRecord(anAllergy('a', { note: [{ text: 'Old' }] })))
    const [before] = await allergies()
    await desk.take(aRecord(anAllergy('a', { note: [{ text: 'New' }] })))
    expect(await allergies()).toMatchObject([
      { id: before?.id, version: 2, note: 'New' }
    ])
    expect(await versions()).toMatchObject([
      {
        entry_id: before?.id,
        version: 1,
        entry_kind: 'ALLERGY',
        content: { note: 'Old', source_key: before?.source_key }
      }
    ])
  })

  it('changes course and order apart, keeping the plan', async () => {
    await desk.take(aRecord(...ALL))
    const [before] = await desk.rows(
      'select id, plan_id from medication_course'
    )
    const changed = anOrder('s', 'o', { status: 'stopped' })
    const { first } = await desk.take(aRecord(...ALL.slice(0, -1), changed))
    expect(first.report?.counts.get('MedicationRequest (order)')).toEqual({
      CREATED: 0,
      UPDATED: 1,
      UNCHANGED: 0
    })
    await desk.take(
      aRecord(
        ...ALL.slice(0, 2),
        aStatement('s', { status: 'stopped' }),
        aPlan('s'),
        changed
      )
    )
    expect(
      await desk.rows(
        'select id, plan_id, version, status from medication_course'
      )
    ).toEqual([{ ...before, version: 2, status: 'stopped' }])
  })

  it('stays when the source has it no more, and that is reported', async () => {
    await desk.take(aRecord(anAllergy('a'), anAllergy('b')))
    const { first } = await desk.take(aRecord(anAllergy('b')))
    expect(await allergies()).toHaveLength(2)
    expect(first.report?.kept).toEqual([
      {
        type: 'AllergyIntolerance',
        identifier: 'https://supplier.example/Id/entry|a'
      }
    ])
  })

  it('is taken once when a Bundle has it twice', async () => {
    const twice = aRecord(anAllergy('a'), anAllergy('a', { id: 'again' }))
    const { lines } = await desk.take(twice)
    expect(await allergies()).toHaveLength(1)
    expect(lines.join('\n')).toMatch(
      /has the identifier of an earlier entry \(AllergyIntolerance\/again\)/
    )
  })
})

describe('a restriction', () => {
  const restricted = anAllergy('a', { meta: NOPAT_LABEL })

  it('comes with the entry it is on', async () => {
    await desk.take(aRecord(restricted, anAllergy('b')))
    expect(await allergies()).toMatchObject([
      {
        restricted: true,
        restricted_by: null,
        restricted_reason: 'As received'
      },
      { restricted: false, restricted_at: null }
    ])
  })

  it('of a plan restricts its course', async () => {
    const plan = aPlan('s', { meta: NOPAT_LABEL })
    await desk.take(aRecord(aMedication(), aStatement('s'), plan))
    expect(await desk.rows('select restricted from medication_course')).toEqual(
      [{ restricted: true }]
    )
  })

  it('is not lifted by a source that has it no more', async () => {
    await desk.take(aRecord(restricted))
    await desk.take(aRecord(anAllergy('a')))
    expect(await allergies()).toMatchObject([{ restricted: true }])
  })

  it('is added by a source that has it now', async () => {
    await desk.take(aRecord(anAllergy('a')))
    await desk.take(aRecord(restricted))
    expect(await allergies()).toMatchObject([
      { restricted: true, restricted_reason: 'As received' }
    ])
  })

  it("keeps staff's own mark when the content changes", async () => {
    await desk.take(aRecord(anAllergy('a')))
    await desk.administer(
      `update allergy set restricted = true, restricted_by = 'staff-1',
        restricted_reason = 'Asked for', staff_confidential = true`
    )
    await desk.take(aRecord({ ...restricted, note: [{ text: 'More' }] }))
    expect(await allergies()).toMatchObject([
      {
        note: 'More',
        restricted: true,
        restricted_by: 'staff-1',
        restricted_reason: 'Asked for',
        staff_confidential: true
      }
    ])
  })
})

describe('a transaction', () => {
  const everything = () => desk.snapshot()

  it('leaves nothing of a record that fails in the middle', async () => {
    const before = await everything()
    await desk.administer(
      'alter table medication_issue add constraint no check (false)'
    )
    const { failed, lines } = await desk.take(aRecord(...ALL))
    await desk.administer('alter table medication_issue drop constraint no')
    expect(failed).toBe(true)
    expect(lines).toEqual([
      expect.stringMatching(/could not be read or stored/)
    ])
    expect(await everything()).toEqual(before)
  })

  it('is taken back after a dry run, which reports the same', async () => {
    const before = await everything()
    const dry = await desk.take(aRecord(...ALL), { dryRun: true })
    expect(await everything()).toEqual(before)
    const real = await desk.take(aRecord(...ALL))
    expect(dry.first.report).toEqual(real.first.report)
    expect(dry.lines[0]).toMatch(/would be imported/)
  })

  it('needs as many statements for a large record as for a small one', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_value, index) => anAllergy(`a${index}`))
    await desk.clear()
    const { statements } = await desk.take(aRecord(...many(2)))
    await desk.clear()
    expect((await desk.take(aRecord(...many(200)))).statements).toBe(statements)
  })
})

describe('a folder', () => {
  it('is taken in file by file, whatever becomes of one', async () => {
    const folder = join(desk.folder, 'several')
    await mkdir(folder)
    const files = {
      '3.json': JSON.stringify(aRecord(anAllergy('a'))),
      '1.json': JSON.stringify(aRecord(...ALL)),
      '2.json': 'no',
      'notes.txt': 'no'
    }
    for (const [name, text] of Object.entries(files)) {
      await writeFile(join(folder, name), text)
    }
    const { failed, files: results, lines } = await desk.take(folder)
    expect(failed).toBe(true)
    expect(results.map(({ file, outcome }) => [file, outcome])).toEqual([
      ['1.json', 'IMPORTED'],
      ['2.json', 'REFUSED'],
      ['3.json', 'IMPORTED']
    ])
    expect(lines.slice(-4)).toEqual([
      'File    Result    Created  Updated  Unchanged  Not taken',
      '1.json  imported        6        0          0          0',
      '2.json  refused         -        -          -          -',
      '3.json  imported        0        0          3          0'
    ])
  })
})
