import type { KeyObject } from 'node:crypto'
import type { EntityManager } from '@mikro-orm/postgresql'
import { databaseOf, inSnapshot, type Database } from '../../database/sql.ts'
import type { AuditSettings } from './audit-trail.service.ts'
import {
  findHead,
  findStrayPlace,
  listChains,
  loadChainRows,
  type ChainKey,
  type StoredRow
} from './chain.loader.ts'
import { headKey, NO_HASH, sealOf } from './chain.ts'
import {
  awaitsAcceptance,
  readCheckpoint,
  type CheckpointHead,
  type FoundCheckpoint
} from './checkpoint-file.ts'
import type { AuditFinding, AuditVerdict } from './verdict.ts'

const PAGE = 1_000

interface Place {
  readonly seq: number
  readonly hash: Buffer
}

const START: Place = { seq: 0, hash: NO_HASH }

interface Proof {
  readonly db: Database
  readonly key: KeyObject
  readonly chain: ChainKey
  /** Where the checkpoint says that the chain was. */
  readonly checkpoint: CheckpointHead | undefined
}

/** What is wrong with a row that follows `before`, if anything is. */
const rowFinding = (
  { key, chain: { chain }, checkpoint }: Proof,
  before: Place,
  { row, hash, isForeign }: StoredRow
): AuditFinding | null => {
  const seq = before.seq + 1
  if (row.seq > seq) return { kind: 'ROW_MISSING', seq }
  if (row.seq < seq) return { kind: 'ROW_ALTERED', seq: row.seq }
  const right = sealOf(key, before.hash, { chain, row })
  if (isForeign || !right.equals(hash)) {
    return { kind: 'ROW_ALTERED', seq }
  }
  return checkpoint?.seq === seq && checkpoint.hash !== hash.toString('hex')
    ? { kind: 'CHAIN_REWRITTEN', seq }
    : null
}

/** Walks the chain to its end, or to the first thing that is wrong. */
const walk = async (
  proof: Proof
): Promise<{ end: Place; finding: AuditFinding | null }> => {
  let end = START
  for (;;) {
    const rows = await loadChainRows(proof.db, proof.chain, {
      after: end.seq,
      limit: PAGE
    })
    for (const stored of rows) {
      const finding = rowFinding(proof, end, stored)
      if (finding) return { end, finding }
      end = { seq: stored.row.seq, hash: stored.hash }
    }
    if (rows.length < PAGE) return { end, finding: null }
  }
}

/** A chain that is sound may have rows beside it, where none belongs. */
const strayFinding = async ({
  db,
  chain
}: Proof): Promise<AuditFinding | null> => {
  const seq = await findStrayPlace(db, chain)
  return seq === undefined ? null : { kind: 'ROW_ALTERED', seq }
}

/** A chain that is sound in itself may still have lost its end. */
const endFinding = async (
  { db, chain, checkpoint }: Proof,
  end: Place
): Promise<AuditFinding | null> => {
  const head = (await findHead(db, chain)) ?? START
  const known = Math.max(head.seq, checkpoint?.seq ?? 0)
  if (known > end.seq) return { kind: 'TAIL_MISSING', seq: end.seq + 1 }
  return head.seq === end.seq && head.hash.equals(end.hash)
    ? null
    : { kind: 'HEAD_DIFFERS', seq: end.seq }
}

/** Where a chain was when a checkpoint was begun that nobody accepted yet. */
const findUnaccepted = (
  found: FoundCheckpoint,
  chain: ChainKey
): CheckpointHead | undefined =>
  found.state === 'SIGNED' && awaitsAcceptance(found.checkpoint)
    ? found.checkpoint.begunOver.find(
        (head) => headKey(head) === headKey(chain)
      )
    : undefined

/** Without a checkpoint nothing says that the whole chain is still there. */
const checkpointFinding = (
  found: FoundCheckpoint,
  chain: ChainKey,
  { seq }: Place
): AuditFinding | null => {
  if (found.state === 'FORGED') return { kind: 'CHECKPOINT_FORGED', seq }
  if (found.state === 'MISSING') {
    return seq > 0 ? { kind: 'CHECKPOINT_MISSING', seq } : null
  }
  const late = findUnaccepted(found, chain)
  return late ? { kind: 'CHECKPOINT_BEGUN_LATE', seq: late.seq } : null
}

const verifyChain = async (
  proof: Proof,
  found: FoundCheckpoint
): Promise<AuditVerdict> => {
  const { practice, chain } = proof.chain
  const { end, finding } = await walk(proof)
  return {
    practice,
    chain,
    rows: end.seq,
    finding:
      finding ??
      (await strayFinding(proof)) ??
      (await endFinding(proof, end)) ??
      checkpointFinding(found, proof.chain, end)
  }
}

/**
 * Recomputes both chains of every practice and compares them with their heads
 * and with the checkpoint (Ruling R33). The checkpoint is read first: what it
 * says is then in the snapshot, however much is written meanwhile.
 */
export const verifyAuditChains = async (
  em: EntityManager,
  { keys, checkpointFile }: AuditSettings
): Promise<AuditVerdict[]> => {
  const found = await readCheckpoint(checkpointFile, keys.checkpoint)
  const heads = found.state === 'SIGNED' ? found.checkpoint.heads : []
  return inSnapshot(databaseOf(em.fork()), async (db) => {
    const verdicts: AuditVerdict[] = []
    for (const chain of await listChains(db, heads)) {
      const name = headKey(chain)
      const checkpoint = heads.find((head) => headKey(head) === name)
      const proof = { db, key: keys.chain, chain, checkpoint }
      verdicts.push(await verifyChain(proof, found))
    }
    return verdicts
  })
}
