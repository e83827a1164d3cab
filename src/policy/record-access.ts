import {
  isAtLeast,
  type RecordAccessLevel
} from '../vocabulary/access-level.ts'
import type { ClinicalArea } from '../vocabulary/clinical-area.ts'
import { areaPolicy } from './clinical-area-table.ts'
import type { HiddenCause } from './closure.ts'
import { ALLOWED, denied, firstDenial, type Decision } from './decision.ts'
import { withhold, type Disclosure } from './disclosure.ts'
import {
  highestPossibleLevel,
  levelOfEntry,
  type EntryDates,
  type RecordPermissions
} from './effective-permissions.ts'

/** The least the policy needs to know of an entry. */
export interface EntryFacts extends EntryDates {
  readonly area: ClinicalArea
  /** From `hiddenCauses`: own marks and inherited ones (Rulings R15, R16). */
  readonly hiddenBy: readonly HiddenCause[]
  /**
   * Entries that bring this one with them when they are visible themselves
   * (Ruling R22: an issue brings its statement, plan and medication).
   */
  readonly broughtBy?: readonly EntryFacts[]
}

/** How rows of one kind are shown to the policy. */
export interface EntryKind<Row> {
  facts(row: Row): EntryFacts
  readonly disclosure: Disclosure<Row>
}

declare const VISIBLE: unique symbol

/**
 * A row that the policy let through, text already removed. Only `showRow`
 * makes one; mappers to GraphQL and FHIR accept nothing else.
 */
export type Visible<Row> = Readonly<Row> & { readonly [VISIBLE]: true }

/** Ruling R19: whether any entry of the area, at any date, could be shown. */
export const canViewArea = (
  permissions: RecordPermissions,
  area: ClinicalArea
): Decision =>
  isAtLeast(highestPossibleLevel(permissions), areaPolicy(area).requiredLevel)
    ? ALLOWED
    : denied('LEVEL_TOO_LOW')

const ownLevel = (
  permissions: RecordPermissions,
  facts: EntryFacts
): RecordAccessLevel => {
  const level = levelOfEntry(permissions, facts)
  return isAtLeast(level, areaPolicy(facts.area).requiredLevel) ? level : 'NONE'
}

/**
 * The rung at which an entry is shown, whether or not it is hidden itself;
 * `NONE` when its dates or the level keep it back. One that is only brought
 * along is shown as at the rung its area needs, so without notes (Ruling
 * R22); `counts` says which of those it comes with are looked at.
 */
export const levelShownAt = (
  permissions: RecordPermissions,
  facts: EntryFacts,
  counts: (bringer: EntryFacts) => boolean = ({ hiddenBy }) =>
    hiddenBy.length === 0
): RecordAccessLevel => {
  const level = ownLevel(permissions, facts)
  if (level !== 'NONE') return level
  const brought = facts.broughtBy?.some(
    (bringer) => counts(bringer) && ownLevel(permissions, bringer) !== 'NONE'
  )
  return brought ? areaPolicy(facts.area).requiredLevel : 'NONE'
}

/** Rulings R15-R17: whether it may be shown at any level at all. */
export const canDisclose = ({ hiddenBy: [cause] }: EntryFacts): Decision =>
  cause ? denied(cause.mark) : ALLOWED

/** Rulings R1-R4, R22: whether level and dates show it, hidden or not. */
export const isInReach = (
  permissions: RecordPermissions,
  facts: EntryFacts
): Decision => {
  if (levelShownAt(permissions, facts) !== 'NONE') return ALLOWED
  const { allowed } = canViewArea(permissions, facts.area)
  return denied(allowed ? 'BEFORE_START_DATE' : 'LEVEL_TOO_LOW')
}

/** Rulings R1-R4, R15-R17, R22 for one entry. */
export const canViewEntry = (
  permissions: RecordPermissions,
  facts: EntryFacts
): Decision =>
  permissions.kind === 'WHOLE_RECORD'
    ? ALLOWED
    : firstDenial([canDisclose(facts), isInReach(permissions, facts)])

/** One row after the policy: the row as it is seen, or why it is not. */
export type ShownRow<Row> =
  | { readonly allowed: true; readonly row: Visible<Row> }
  | Extract<Decision, { allowed: false }>

/** The whole decision for one row: may it be seen, and what of it. */
export const showRow = <Row extends object>(
  permissions: RecordPermissions,
  row: Row,
  kind: EntryKind<Row>
): ShownRow<Row> => {
  const facts = kind.facts(row)
  const decision = canViewEntry(permissions, facts)
  if (!decision.allowed) return decision
  const level = levelShownAt(permissions, facts)
  const kept = withhold(row, kind.disclosure, level)
  // Ruling R20: an entry of which nothing is left is not shown at this level.
  return kept === null
    ? { allowed: false, reason: 'LEVEL_TOO_LOW' }
    : { allowed: true, row: kept as Visible<Row> }
}

/** What of `rows` may be seen, in their order, with text removed by rung. */
export const visible = <Row extends object>(
  permissions: RecordPermissions,
  rows: readonly Row[],
  kind: EntryKind<Row>
): Visible<Row>[] =>
  rows.flatMap((row) => {
    const shown = showRow(permissions, row, kind)
    return shown.allowed ? [shown.row] : []
  })

/** An area or a kind of content that the rung, not a restriction, keeps. */
export type WithheldContent = ClinicalArea | 'FREE_TEXT'

/** What the level keeps back and the rung it needs; never a restriction. */
export const withheldByLevel = (
  permissions: RecordPermissions,
  areas: readonly ClinicalArea[]
): { content: WithheldContent; requiredLevel: RecordAccessLevel }[] => {
  const highest = highestPossibleLevel(permissions)
  const kept: { content: WithheldContent; requiredLevel: RecordAccessLevel }[] =
    areas
      .filter((area) => !canViewArea(permissions, area).allowed)
      .map((area) => ({
        content: area,
        requiredLevel: areaPolicy(area).requiredLevel
      }))
  return highest === 'FULL'
    ? kept
    : [...kept, { content: 'FREE_TEXT', requiredLevel: 'FULL' }]
}
