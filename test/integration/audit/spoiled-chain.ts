import type { KeyObject } from 'node:crypto'
import { databaseOf } from '../../../src/database/sql.ts'
import { loadChainRows } from '../../../src/modules/audit/chain.loader.ts'
import { NO_HASH, sealOf } from '../../../src/modules/audit/chain.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { ELM_TREE } from '../../support/people.ts'
import { liveABusyDay } from './busy-day.ts'
import { connectMigrator, type AuditTable, type Migrator } from './migrator.ts'
import { verdictsOf } from './verdicts.ts'

const TABLES = ['audit_event', 'audit_read', 'audit_head'] as const

/** The chain of changes of Elm Tree Surgery, and hands to spoil it. */
export interface SpoiledChain {
  readonly server: TestApp
  readonly practiceId: string
  /** The place of its last row. */
  readonly end: number
  /** How many rows each chain had in the middle of it all. */
  readonly rowsByNoon: Readonly<Record<string, number>>
  /** `:practice` stands for the practice's id. */
  tamper(statement: string): Promise<unknown>
  edit(table: AuditTable, change: string, seq: number): Promise<unknown>
  cutTail(after: number): Promise<unknown>
  headTo(seq: number): Promise<unknown>
  /** Seals the whole chain anew, its second row with another reason. */
  rewrite(key: KeyObject): Promise<void>
  putBack(state: 'noon' | 'night'): Promise<void>
  close(): Promise<void>
}

const keep = async ({ run }: Migrator, state: string): Promise<void> => {
  for (const table of TABLES) {
    await run(`create table ${state}_${table} as table ${table}`)
  }
}

const putBack = async ({ run }: Migrator, state: string): Promise<void> => {
  await run(`truncate ${TABLES.join(', ')}`)
  for (const table of TABLES) {
    await run(`insert into ${table} table ${state}_${table}`)
  }
}

const countRows = async (server: TestApp): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await verdictsOf(server)).map(({ practice, chain, rows }) => [
      `${practice} ${chain}`,
      rows
    ])
  )

const handsOn = (server: TestApp, migrator: Migrator, practiceId: string) => {
  const tamper = (statement: string) =>
    migrator.run(statement.replaceAll(':practice', `'${practiceId}'`))
  const headTo = (seq: number) =>
    tamper(`update audit_head h set seq = e.seq, hash = e.hash
      from audit_event e where h.practice_id = :practice
        and h.chain = 'changes' and e.practice_id = h.practice_id
        and e.seq = ${seq}`)
  const rewrite = async (key: KeyObject): Promise<void> => {
    const chain = 'changes' as const
    const rows = await loadChainRows(
      databaseOf(server.orm.em.fork()),
      { practiceId, chain, practice: ELM_TREE },
      { after: 0, limit: 1_000 }
    )
    let hash = NO_HASH
    for (const { row: stored } of rows) {
      const { seq } = stored
      const row = { ...stored, ...(seq === 2 ? { reason: 'Made up' } : {}) }
      hash = sealOf(key, hash, { chain, row })
      await migrator.run(
        `update audit_event set reason = $3, hash = $4
         where practice_id = $1 and seq = $2`,
        [practiceId, seq, row.reason, hash]
      )
    }
    await headTo(rows.length)
  }
  return { tamper, headTo, rewrite }
}

/** After two busy days, with everything written to the checkpoint. */
export const openSpoiledChain = async (): Promise<SpoiledChain> => {
  const server = await startTestApp({ tampering: true })
  const migrator = await connectMigrator(server.database)
  const { rows } = await migrator.run(
    'select id from practice where ods_code = $1',
    [ELM_TREE]
  )
  const practiceId: string = rows[0].id
  await liveABusyDay(server)
  const rowsByNoon = await countRows(server)
  await keep(migrator, 'noon')
  await liveABusyDay(server)
  await server.app.close()
  await keep(migrator, 'night')
  const hands = handsOn(server, migrator, practiceId)
  return {
    server,
    practiceId,
    rowsByNoon,
    end: (await migrator.rows('audit_event')).length,
    ...hands,
    edit: (table, change, seq) =>
      hands.tamper(`update ${table} set ${change}
        where practice_id = :practice and seq = ${seq}`),
    cutTail: (after) =>
      hands.tamper(`delete from audit_event
        where practice_id = :practice and seq > ${after}`),
    putBack: (state) => putBack(migrator, state),
    close: async () => {
      await migrator.close()
      await server.close()
    }
  }
}
