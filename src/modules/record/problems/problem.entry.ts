import type { Visible } from '../../../policy/record-access.ts'
import type { EntryKindName } from '../entry-kinds.ts'
import type { ProblemRow } from './problem.row.ts'

/** What another problem is to this one. */
export type ProblemRelation = 'PARENT' | 'CHILD' | 'SIBLING'

/**
 * An entry that a problem is linked to. It only says where to look: whether
 * the viewer may see that entry is for the policy to say when it is read.
 */
export type ProblemLink =
  | {
      readonly relation: ProblemRelation
      readonly entryKind: 'PROBLEM'
      readonly entryId: string
    }
  | {
      readonly relation: 'RELATED' | 'ACTUAL'
      readonly entryKind: EntryKindName
      readonly entryId: string
    }

/** A problem with its links, both those it names and those naming it. */
export interface ProblemEntry {
  readonly problem: Visible<ProblemRow>
  readonly links: readonly ProblemLink[]
}
