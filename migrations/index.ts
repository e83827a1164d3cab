import type { Migration } from '@mikro-orm/migrations'
import { FirstThread } from './2026-11-23-first-thread.ts'
import { AuditChain } from './2026-11-24-audit-chain.ts'
import { PracticeSettings } from './2026-11-24-practice-settings.ts'
import { WholeRecord } from './2026-11-25-whole-record.ts'

/** Every migration in the order it is applied; names are kept for ever. */
export const MIGRATIONS: {
  name: string
  class: new (...args: ConstructorParameters<typeof Migration>) => Migration
}[] = [
  { name: '2026-11-23-first-thread', class: FirstThread },
  { name: '2026-11-24-audit-chain', class: AuditChain },
  { name: '2026-11-24-practice-settings', class: PracticeSettings },
  { name: '2026-11-25-whole-record', class: WholeRecord }
]
