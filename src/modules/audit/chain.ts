import { createHmac, type KeyObject } from 'node:crypto'
import { canonicalText, type Json } from './canonical.ts'

/** Ruling R33: what was done, and what was seen, apart from each other. */
export const AUDIT_CHAINS = ['changes', 'reads'] as const

export type AuditChainName = (typeof AUDIT_CHAINS)[number]

/** A row of either chain, exactly as it is stored. */
export interface AuditRow {
  readonly practiceId: string
  /** Its place: 1, 2, 3 … without a gap. */
  readonly seq: number
  readonly id: string
  /** ISO 8601 in UTC, to the microsecond as PostgreSQL keeps it. */
  readonly occurredAt: string
  readonly requestId: string
  readonly actor: Json
  readonly patientId: string | null
  readonly action: string
  readonly outcome: string
  /** Always empty for reads. */
  readonly settings: readonly string[]
  readonly detail: Json
  readonly reason: string | null
}

/** The last row of a chain. */
export interface AuditHead {
  readonly practiceId: string
  readonly chain: AuditChainName
  /** 0: there is no row. */
  readonly seq: number
  readonly hash: Buffer
}

/** What stands before the first row. */
export const NO_HASH: Buffer = Buffer.alloc(32)

/**
 * A row's seal: HMAC-SHA-256 over the seal before it and all that the row
 * says, its practice, chain and place included, so that nothing can be
 * edited, taken out or moved without the key (Ruling R33).
 */
export const sealOf = (
  key: KeyObject,
  previous: Buffer,
  sealed: { chain: AuditChainName; row: AuditRow }
): Buffer =>
  createHmac('sha256', key)
    .update(previous)
    .update(canonicalText({ ...sealed.row, chain: sealed.chain }))
    .digest()

/** A moment to the microsecond, as `AuditRow.occurredAt`. */
export const toMicroseconds = (moment: Date): string =>
  moment.toISOString().replace('Z', '000Z')

/** Orders locks, so that two writers never wait for each other. */
export const headKey = ({
  practiceId,
  chain
}: Pick<AuditHead, 'practiceId' | 'chain'>): string => `${practiceId} ${chain}`
