import type { AuditChainName } from './chain.ts'
import { awaitsAcceptance, type FoundCheckpoint } from './checkpoint-file.ts'

/** What was found to be wrong with a chain, first thing first. */
export type AuditFindingKind =
  | 'ROW_MISSING'
  | 'ROW_ALTERED'
  | 'TAIL_MISSING'
  | 'HEAD_DIFFERS'
  | 'CHAIN_REWRITTEN'
  | 'CHECKPOINT_MISSING'
  | 'CHECKPOINT_FORGED'
  | 'CHECKPOINT_BEGUN_LATE'

/** `seq` is the first place that is not as it was. */
export interface AuditFinding {
  readonly kind: AuditFindingKind
  readonly seq: number
}

/** One chain, recomputed (Ruling R33). */
export interface AuditVerdict {
  /** ODS code, or the id of a practice that is not there any more. */
  readonly practice: string
  readonly chain: AuditChainName
  /** How many rows are proved. */
  readonly rows: number
  readonly finding: AuditFinding | null
}

const FINDING_TEXTS = {
  ROW_MISSING: 'is missing',
  ROW_ALTERED: 'is not what was sealed there: edited, moved or put in',
  TAIL_MISSING: 'and what came after it are missing at the end',
  HEAD_DIFFERS: 'is not what the chain’s head says of its end',
  CHAIN_REWRITTEN: 'is not the one that the checkpoint knows',
  CHECKPOINT_MISSING:
    'and those before it have no checkpoint to be compared with',
  CHECKPOINT_FORGED:
    'and those before it have a checkpoint that is not signed with this key',
  CHECKPOINT_BEGUN_LATE:
    'and those before it were there before the checkpoint was begun'
} as const satisfies Record<AuditFindingKind, string>

/** For an operator to read. */
export const toVerdictLine = ({
  practice,
  chain,
  rows,
  finding
}: AuditVerdict): string =>
  finding
    ? `${practice} ${chain}: row ${finding.seq} ${FINDING_TEXTS[finding.kind]}`
    : `${practice} ${chain}: ok, ${rows} ${rows === 1 ? 'row' : 'rows'}`

/** Since when ends that are cut off are found; for an operator to read. */
export const toCheckpointLine = (found: FoundCheckpoint): string => {
  if (found.state !== 'SIGNED') {
    return found.state === 'MISSING'
      ? 'checkpoint: none'
      : 'checkpoint: not signed with this key'
  }
  const { checkpoint } = found
  const { begun, written, begunOver, accepted } = checkpoint
  const line = `checkpoint: begun ${begun}, last written ${written}`
  if (begunOver.length === 0) return line
  return awaitsAcceptance(checkpoint)
    ? `${line}; begun over older rows, which nobody has accepted`
    : `${line}; begun over older rows, accepted ${accepted}`
}
