/** What an entry itself carries that keeps it from citizens (Ruling R15). */
export const ENTRY_MARKS = [
  'DRAFT',
  'DIARY',
  'UNFILED',
  'UNREVIEWED',
  'ENTERED_IN_ERROR',
  'RESTRICTED',
  'STAFF_CONFIDENTIAL'
] as const

/** One mark is enough to hide; each travels by `LINK_CASCADES` of its own. */
export type EntryMark = (typeof ENTRY_MARKS)[number]

/** A part of the record that may carry marks. */
export interface RecordNode {
  readonly id: string
  readonly marks: readonly EntryMark[]
}

/** How two parts of a record belong together. */
export type LinkKind = keyof typeof LINK_CASCADES

/** `whole` and `part` are ids of nodes; a missing node carries no mark. */
export interface RecordLink {
  readonly kind: LinkKind
  readonly whole: string
  readonly part: string
}

/** Why a part is hidden: which mark, on which part it was set. */
export interface HiddenCause {
  readonly mark: EntryMark
  readonly originId: string
  readonly inherited: boolean
}

interface Cascade {
  readonly toPart: readonly EntryMark[]
  readonly toWhole: readonly EntryMark[]
}

const NOTHING: readonly EntryMark[] = []

/**
 * Ruling R16. A mark travels along a link in the directions given here. An
 * issue entered in error takes only itself away: R16 ties a course together
 * for restriction, not for correction.
 */
const LINK_CASCADES = {
  CONSULTATION_CONTAINS: { toPart: ENTRY_MARKS, toWhole: NOTHING },
  PROBLEM_ACTUAL_ENTRY: { toPart: ENTRY_MARKS, toWhole: ENTRY_MARKS },
  /** Report to request, specimen, group, result and filing comment; group to
   * its results; result to its comment. */
  REPORT_PART: { toPart: ENTRY_MARKS, toWhole: NOTHING },
  DOCUMENT_BINARY: { toPart: ENTRY_MARKS, toWhole: NOTHING },
  COURSE_ISSUE: {
    toPart: ENTRY_MARKS,
    toWhole: ['RESTRICTED', 'STAFF_CONFIDENTIAL']
  },
  OBSERVATION_COMPONENT: { toPart: ENTRY_MARKS, toWhole: ENTRY_MARKS }
} as const satisfies Record<string, Cascade>

type Neighbours = Map<string, { to: string; marks: readonly EntryMark[] }[]>

const neighboursOf = (links: readonly RecordLink[]): Neighbours => {
  const neighbours: Neighbours = new Map()
  const add = (from: string, to: string, marks: readonly EntryMark[]) => {
    if (marks.length === 0) return
    const known = neighbours.get(from)
    if (known) known.push({ to, marks })
    else neighbours.set(from, [{ to, marks }])
  }
  for (const { kind, whole, part } of links) {
    add(whole, part, LINK_CASCADES[kind].toPart)
    add(part, whole, LINK_CASCADES[kind].toWhole)
  }
  return neighbours
}

const reachedBy = (
  mark: EntryMark,
  originId: string,
  neighbours: Neighbours
): Set<string> => {
  const reached = new Set([originId])
  for (const id of reached) {
    for (const { to, marks } of neighbours.get(id) ?? []) {
      if (marks.includes(mark)) reached.add(to)
    }
  }
  return reached
}

/**
 * Every hidden part with all its causes, computed from the live links and
 * never stored, so that a part added later is hidden too (Ruling R16). Parts
 * without a cause are absent from the answer.
 */
export const hiddenCauses = (
  nodes: readonly RecordNode[],
  links: readonly RecordLink[]
): ReadonlyMap<string, readonly HiddenCause[]> => {
  const neighbours = neighboursOf(links)
  const causes = new Map<string, HiddenCause[]>()
  const set = nodes.flatMap(({ id, marks }) =>
    marks.map((mark) => ({ mark, originId: id }))
  )
  for (const { mark, originId } of set) {
    for (const id of reachedBy(mark, originId, neighbours)) {
      const cause = { mark, originId, inherited: id !== originId }
      causes.set(id, [...(causes.get(id) ?? []), cause])
    }
  }
  return causes
}
