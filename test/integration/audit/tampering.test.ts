import { createSecretKey, randomBytes } from 'node:crypto'
import {
  afterAll,
  afterEach,
  beforeAll,
  describe,
  expect,
  it
} from '@jest/globals'
import { openSpoiledChain, type SpoiledChain } from './spoiled-chain.ts'
import {
  CHANGES,
  findingsOf,
  OTHER_CHANGES,
  OTHER_READS,
  READS,
  verdictsOf
} from './verdicts.ts'

const HEAD = `where practice_id = :practice and chain = 'changes'`

let chain: SpoiledChain
beforeAll(async () => {
  chain = await openSpoiledChain()
})
afterEach(() => chain.putBack('night'))
afterAll(() => chain.close())

it('is sound in both chains of both practices after a busy day', async () => {
  const verdicts = await verdictsOf(chain.server)
  expect(
    verdicts.map((verdict) => `${verdict.practice} ${verdict.chain}`)
  ).toEqual([CHANGES, READS, OTHER_CHANGES, OTHER_READS])
  expect(verdicts.map(({ finding }) => finding)).toEqual(Array(4).fill(null))
  expect(Math.min(...verdicts.map(({ rows }) => rows))).toBeGreaterThan(1)
  expect(chain.end).toBeGreaterThan(10)
})

describe('an edited row is found by each of its columns', () => {
  const COLUMNS = [
    ['detail', `detail = detail || '{"and": 1}'`],
    ['actor', `actor = actor || '{"userId": "999000000099"}'`],
    ['reason', `reason = coalesce(reason, '') || '.'`],
    ['occurred_at', `occurred_at = occurred_at + interval '1 microsecond'`],
    ['outcome', `outcome = outcome || '?'`],
    ['action', `action = 'READ_PRACTICE'`],
    ['patient_id', `patient_id = gen_random_uuid()`],
    ['request_id', `request_id = gen_random_uuid()`],
    ['id', 'id = gen_random_uuid()'],
    ['hash', 'hash = sha256(hash)']
  ] as const

  it.each(COLUMNS)('%s of a change', async (_column, change) => {
    await chain.edit('audit_event', change, 3)
    expect(await findingsOf(chain.server)).toEqual({
      [CHANGES]: { kind: 'ROW_ALTERED', seq: 3 }
    })
  })

  it('settings of a change', async () => {
    await chain.edit('audit_event', `settings = settings || '{DOCUMENT}'`, 3)
    expect(await findingsOf(chain.server)).toEqual({
      [CHANGES]: { kind: 'ROW_ALTERED', seq: 3 }
    })
  })

  it.each(COLUMNS)('%s of a read', async (_column, change) => {
    await chain.edit('audit_read', change, 2)
    expect(await findingsOf(chain.server)).toEqual({
      [READS]: { kind: 'ROW_ALTERED', seq: 2 }
    })
  })

  it('a number so large that JSON says null of it', async () => {
    const change = `detail = replace(detail::text, 'null', '1e400')::jsonb`
    await chain.edit('audit_event', change, 1)
    expect(await findingsOf(chain.server)).toEqual({
      [CHANGES]: { kind: 'ROW_ALTERED', seq: 1 }
    })
  })

  it('patient_id that was taken out', async () => {
    await chain.edit('audit_event', 'patient_id = null', 2)
    expect(await findingsOf(chain.server)).toEqual({
      [CHANGES]: { kind: 'ROW_ALTERED', seq: 2 }
    })
  })

  it('the last row, the first found being the one named', async () => {
    await chain.edit('audit_event', `reason = 'Other'`, chain.end)
    expect(await findingsOf(chain.server)).toEqual({
      [CHANGES]: { kind: 'ROW_ALTERED', seq: chain.end }
    })
    await chain.edit('audit_event', `reason = 'Other'`, 1)
    expect(await findingsOf(chain.server)).toEqual({
      [CHANGES]: { kind: 'ROW_ALTERED', seq: 1 }
    })
  })
})

describe('rows taken away are found', () => {
  it('in the middle', async () => {
    await chain.tamper(`delete from audit_read
      where practice_id = :practice and seq = 2`)
    expect(await findingsOf(chain.server)).toEqual({
      [READS]: { kind: 'ROW_MISSING', seq: 2 }
    })
  })

  it('in the middle with those after it moved up', async () => {
    await chain.tamper(`delete from audit_event
      where practice_id = :practice and seq = 4`)
    for (let seq = 5; seq <= chain.end; seq += 1) {
      await chain.edit('audit_event', 'seq = seq - 1', seq)
    }
    await chain.headTo(chain.end - 1)
    expect(await findingsOf(chain.server)).toEqual({
      [CHANGES]: { kind: 'ROW_ALTERED', seq: 4 }
    })
  })

  it('at the chain.end', async () => {
    await chain.cutTail(chain.end - 1)
    expect(await findingsOf(chain.server)).toEqual({
      [CHANGES]: { kind: 'TAIL_MISSING', seq: chain.end }
    })
  })

  it('at the chain.end with the head put back', async () => {
    await chain.cutTail(chain.end - 2)
    await chain.headTo(chain.end - 2)
    expect(await findingsOf(chain.server)).toEqual({
      [CHANGES]: { kind: 'TAIL_MISSING', seq: chain.end - 1 }
    })
  })

  it('all of them, the head too', async () => {
    await chain.cutTail(0)
    await chain.tamper(`delete from audit_head ${HEAD}`)
    expect(await findingsOf(chain.server)).toEqual({
      [CHANGES]: { kind: 'TAIL_MISSING', seq: 1 }
    })
  })

  it('by an older state of everything', async () => {
    await chain.putBack('noon')
    const kind = 'TAIL_MISSING'
    expect(await findingsOf(chain.server)).toEqual(
      Object.fromEntries(
        Object.entries(chain.rowsByNoon).map(([name, rows]) => [
          name,
          { kind, seq: rows + 1 }
        ])
      )
    )
  })
})

describe('rows that are not where they were are found', () => {
  it('two whose places were swapped', async () => {
    await chain.edit('audit_event', 'seq = 1000', 2)
    await chain.edit('audit_event', 'seq = 2', 3)
    await chain.edit('audit_event', 'seq = 3', 1000)
    expect(await findingsOf(chain.server)).toEqual({
      [CHANGES]: { kind: 'ROW_ALTERED', seq: 2 }
    })
  })

  it('two whose contents were swapped', async () => {
    const columns = 'occurred_at, request_id, actor, action, outcome, detail'
    await chain.tamper(`update audit_event e
      set (${columns}) = (select ${columns} from audit_event o
        where o.practice_id = e.practice_id and o.seq = 9 - e.seq)
      where e.practice_id = :practice and e.seq in (4, 5)`)
    expect(await findingsOf(chain.server)).toEqual({
      [CHANGES]: { kind: 'ROW_ALTERED', seq: 4 }
    })
  })

  it('one that was put in at the chain.end', async () => {
    await chain.tamper(`insert into audit_event select (jsonb_populate_record(e,
        jsonb_build_object('seq', e.seq + 1, 'id', gen_random_uuid()))).*
      from audit_event e where practice_id = :practice and seq = ${chain.end}`)
    expect(await findingsOf(chain.server)).toEqual({
      [CHANGES]: { kind: 'ROW_ALTERED', seq: chain.end + 1 }
    })
  })

  it.each([0, -1, 2])('one that was put in at place %s', async (place) => {
    await chain.tamper(`alter table audit_event
      drop constraint audit_event_seq_check, drop constraint audit_event_pkey`)
    await chain.tamper(`insert into audit_event
      select (jsonb_populate_record(e, jsonb_build_object(
        'seq', ${place}, 'id', gen_random_uuid()))).*
      from audit_event e where practice_id = :practice and seq = 2`)
    const found = await findingsOf(chain.server)
    await chain.putBack('night')
    await chain.tamper(`alter table audit_event
      add constraint audit_event_seq_check check (seq > 0),
      add primary key (practice_id, seq)`)
    expect(found).toEqual({ [CHANGES]: { kind: 'ROW_ALTERED', seq: place } })
  })

  it('those of the other practice', async () => {
    await chain.tamper(`update audit_event 
      set practice_id = '00000000-0000-4000-8000-000000000001'
      where practice_id <> :practice`)
    const found = await findingsOf(chain.server)
    expect(found[OTHER_CHANGES]).toEqual({ kind: 'TAIL_MISSING', seq: 1 })
    expect(Object.keys(found)).toHaveLength(2)
  })
})

describe('a chain that was written anew is found', () => {
  it('with another key', async () => {
    await chain.rewrite(createSecretKey(randomBytes(32)))
    expect(await findingsOf(chain.server)).toEqual({
      [CHANGES]: { kind: 'ROW_ALTERED', seq: 1 }
    })
  })

  it('even with the right one, by the checkpoint', async () => {
    await chain.rewrite(chain.server.audit.keys.chain)
    expect(await findingsOf(chain.server)).toEqual({
      [CHANGES]: { kind: 'CHAIN_REWRITTEN', seq: chain.end }
    })
  })
})

it.each([
  ['another place', 'seq = seq - 1', 'HEAD_DIFFERS', 0],
  ['a place beyond the chain.end', 'seq = seq + 1', 'TAIL_MISSING', 1],
  ['another seal', 'hash = sha256(hash)', 'HEAD_DIFFERS', 0]
])('a head that says %s is found', async (_name, change, kind, beyond) => {
  await chain.tamper(`update audit_head set ${change} ${HEAD}`)
  expect(await findingsOf(chain.server)).toEqual({
    [CHANGES]: { kind, seq: chain.end + beyond }
  })
})

it('a head that is gone is found', async () => {
  await chain.tamper(`delete from audit_head ${HEAD}`)
  expect(await findingsOf(chain.server)).toEqual({
    [CHANGES]: { kind: 'HEAD_DIFFERS', seq: chain.end }
  })
})
