import type { Migration } from '@mikro-orm/migrations'
import { FirstThread } from './2026-11-23-first-thread.ts'

/** Every migration in the order it is applied; names are kept for ever. */
export const MIGRATIONS: {
  name: string
  class: new (...args: ConstructorParameters<typeof Migration>) => Migration
}[] = [{ name: '2026-11-23-first-thread', class: FirstThread }]
