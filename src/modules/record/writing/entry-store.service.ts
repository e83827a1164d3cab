import type { PatientKey } from '../area.ts'
import type { EntrySource } from '../entry-content.ts'
import type { Written } from '../record-writer.ts'
import { contentHash } from './content-hash.ts'
import { addMarks, keepVersions } from './entry-history.service.ts'
import type {
  EntryColumns,
  EntryTable,
  EntryToSave
} from './entry-table.service.ts'
import { heldEntries } from './held-entries.service.ts'
import { linkProblems } from './problem-links.service.ts'
import { sourceKeyOf } from './source-key.ts'
import type { HeldEntry, WriteSession } from './write-session.service.ts'

const AS_RECEIVED = 'As received'

interface PlannedEntry<Content> extends EntryToSave<Content> {
  readonly written: Written
}

interface EntriesToWrite<Content> {
  readonly patient: PatientKey
  readonly contents: readonly Content[]
}

const outcomeOf = (
  held: HeldEntry | undefined,
  hash: string
): Written['outcome'] => {
  if (!held) return 'CREATED'
  return held.sourceHash === hash ? 'UNCHANGED' : 'UPDATED'
}

const plan = <Content extends EntrySource>(
  session: WriteSession,
  table: EntryTable<Content>,
  entry: { patient: PatientKey; content: Content; held: Map<string, HeldEntry> }
): PlannedEntry<Content> => {
  const { content, patient } = entry
  const sourceKey = sourceKeyOf(content.identifiers[0])
  const sourceHash = contentHash(table.ownPart(content))
  const held = entry.held.get(sourceKey)
  const id = held?.id ?? session.ids()
  const version = (held?.version ?? 0) + 1
  const { restricted, staffConfidential, enteredInError } = content
  const now = session.clock()
  return {
    content,
    written: { id, outcome: outcomeOf(held, sourceHash) },
    columns: {
      ...patient,
      ...table.dates(content),
      id,
      identifiers: [...content.identifiers],
      sourceKey,
      sourceHash,
      version,
      restricted,
      restrictedAt: restricted ? now : null,
      restrictedBy: null,
      restrictedReason: restricted ? AS_RECEIVED : null,
      staffConfidential,
      enteredInError,
      createdAt: now
    }
  }
}

const replace = async <Content extends EntrySource>(
  session: WriteSession,
  table: EntryTable<Content>,
  changed: readonly PlannedEntry<Content>[]
): Promise<void> => {
  const columns = changed.map((entry) => entry.columns)
  const [first] = columns
  if (!first) return
  const { practiceId } = first
  await keepVersions(session, table, {
    practiceId,
    ids: columns.map(({ id }) => id)
  })
  await table.replace(session.em, changed)
  await addMarks(session, table, columns)
}

const refuseTwins = (planned: readonly { columns: EntryColumns }[]): void => {
  const keys = new Set(planned.map(({ columns }) => columns.sourceKey))
  if (keys.size < planned.length) {
    throw new Error('Two entries with one business identifier')
  }
}

/**
 * Writes what is new or changed, in a number of statements that does not
 * depend on how many entries there are, but for batches of some hundred rows.
 */
export const writeEntries = async <Content extends EntrySource>(
  session: WriteSession,
  table: EntryTable<Content>,
  { patient, contents }: EntriesToWrite<Content>
): Promise<Written[]> => {
  if (contents.length === 0) return []
  await session.lock(patient.practiceId)
  const held = await heldEntries(session, table, patient)
  const planned = contents.map((content) =>
    plan(session, table, { patient, content, held })
  )
  refuseTwins(planned)
  const added = planned.filter(({ written }) => written.outcome === 'CREATED')
  const changed = planned.filter(({ written }) => written.outcome === 'UPDATED')
  if (added.length > 0) await table.add(session.em, added)
  await replace(session, table, changed)
  for (const { columns } of [...added, ...changed]) {
    held.set(columns.sourceKey, columns)
  }
  await linkProblems(session, patient)
  return planned.map(({ written }) => written)
}
