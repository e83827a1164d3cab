import type { HeldArea } from '../../../src/modules/record/areas.ts'
import {
  oracleHighestRung,
  oracleNeed,
  oracleShown
} from '../oracle/record-oracle.ts'
import {
  height,
  type OracleRung,
  type OraclePersonSwitches,
  type OraclePracticeSwitches
} from '../oracle/rung-oracle.ts'
import { byArea, PLAIN_AREAS } from './matrix-areas.ts'
import { LABELS, ORACLE_RECORD } from './record-template.ts'
import { TODAY } from './switch-product.ts'

/** What one viewer finds of one area: labels with notes, or the level needed. */
export type Cell = { readonly refused: string } | { readonly shown: string }

export type Cells = Readonly<Record<HeldArea, Cell>>

/** Labels in one text, starred where the note is seen, so that cells compare. */
export const toCell = (found: ReadonlyMap<string, boolean>): Cell => ({
  shown: [...found]
    .map(([label, withNote]) => (withNote ? `${label}*` : label))
    .toSorted()
    .join(' ')
})

const noteFrom = (area: HeldArea): OracleRung =>
  area === 'MEDICATIONS' ? 'FULL' : PLAIN_AREAS[area].noteFrom

/** What staff find, whatever is switched (Ruling R23). */
export const WHOLE_CELLS: Cells = byArea((area) =>
  toCell(new Map(LABELS[area].map((label) => [label, true])))
)

/** What the oracle has the patient find under these switches. */
export const expectedCells = (
  practice: OraclePracticeSwitches,
  patient: OraclePersonSwitches
): Cells => {
  const sides = { practice, patient, today: TODAY }
  const highest = oracleHighestRung(sides)
  const shown = oracleShown(sides, ORACLE_RECORD)
  return byArea((area) => {
    const need: OracleRung = oracleNeed(area)
    if (height(highest) < height(need)) return { refused: need }
    const found = LABELS[area].flatMap((label) => {
      const rung = shown.get(label)
      if (rung === undefined) return []
      return [[label, height(rung) >= height(noteFrom(area))] as const]
    })
    return toCell(new Map(found))
  })
}
