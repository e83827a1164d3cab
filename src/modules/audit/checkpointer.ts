import {
  createCheckpointSaver,
  type CheckpointSaverOptions,
  type SavedCheckpoint
} from './checkpoint-saver.ts'
import { headKey, type AuditHead } from './chain.ts'
import { createGroupCommit } from './group-commit.ts'

/** How long a head may be in the database before it is in the file. */
const DELAY_MILLISECONDS = 1_000

/** `FAILING`: it cannot be written, or the chains are not what it says. */
export type CheckpointState = SavedCheckpoint | 'FAILING'

/** Keeps the checkpoint file behind the chains, by at most a second. */
export interface Checkpointer {
  /**
   * Makes sure that there is a file and that every chain is where it says;
   * never rejects, and tries again until that is so.
   */
  begin(): Promise<void>
  /** Notes committed heads, for the next writing. */
  note(heads: readonly AuditHead[]): void
  /** Writes what is noted now; never rejects. */
  flush(): Promise<void>
  /** How the file was found to be last. */
  state(): CheckpointState
  close(): Promise<void>
}

/** What may be said of a failure: a code and no path. */
const problemOf = (error: unknown): string => {
  const { code, message } = Object(error)
  return `the audit checkpoint cannot be kept: ${code ?? message}`
}

/** The furthest head of each chain that is not in the file yet. */
const createNotes = () => {
  const noted = new Map<string, AuditHead>()
  return {
    hasAny: () => noted.size > 0,
    add: (heads: readonly AuditHead[]): void => {
      for (const head of heads) {
        const known = noted.get(headKey(head))
        if (!known || known.seq < head.seq) noted.set(headKey(head), head)
      }
    },
    takeAll: (): AuditHead[] => {
      const heads = [...noted.values()]
      noted.clear()
      return heads
    }
  }
}

const NOT_ACCEPTED =
  'the audit checkpoint was begun over older rows: verify and accept it'

/** Reports a problem once, until it is another or comes again. */
const createHealth = ({ report }: CheckpointSaverOptions) => {
  let state: CheckpointState = 'FAILING'
  let problem: string | null = null
  const found = (now: CheckpointState, what: string | null): void => {
    if (what !== null && problem !== what) report(what)
    state = now
    problem = what
  }
  return {
    state: () => state,
    saved: (now: SavedCheckpoint): void =>
      found(now, now === 'KEPT' ? null : NOT_ACCEPTED),
    failed: (error: unknown): void => found('FAILING', problemOf(error))
  }
}

/** Does `work` a while after it was first wanted, and keeps no process up. */
const createDelay = (work: () => Promise<void>) => {
  let timer: NodeJS.Timeout | null = null
  return {
    start: (): void => {
      timer ??= setTimeout(() => void work(), DELAY_MILLISECONDS).unref()
    },
    stop: (): void => {
      if (timer) clearTimeout(timer)
      timer = null
    }
  }
}

/** Writes what is noted; false when there is something to wait for. */
const createWriter = (
  options: CheckpointSaverOptions,
  notes: ReturnType<typeof createNotes>,
  health: ReturnType<typeof createHealth>
): (() => Promise<boolean>) => {
  const save = createCheckpointSaver(options)
  return async () => {
    const brought = notes.takeAll()
    try {
      const state = await save(brought)
      health.saved(state)
      return state === 'KEPT'
    } catch (error) {
      health.failed(error)
      notes.add(brought)
      return false
    }
  }
}

export const createCheckpointer = (
  options: CheckpointSaverOptions
): Checkpointer => {
  const notes = createNotes()
  const health = createHealth(options)
  const write = createWriter(options, notes, health)
  const together = createGroupCommit(async () => {
    delay.stop()
    if (!(await write())) delay.start()
  })
  const flush = () => together([])
  const delay = createDelay(flush)

  return {
    begin: flush,
    note: (heads) => {
      notes.add(heads)
      if (notes.hasAny()) delay.start()
    },
    flush,
    state: health.state,
    close: async () => {
      if (notes.hasAny()) await flush()
      delay.stop()
    }
  }
}
