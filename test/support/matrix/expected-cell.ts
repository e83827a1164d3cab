import { AREAS, type HeldArea } from '../../../src/modules/record/areas.ts'
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
import { LABELS, ORACLE_RECORD } from './record-template.ts'
import { TODAY } from './switch-product.ts'

/** What one viewer finds of one area: labels with notes, or the level needed. */
export type Cell = { readonly refused: string } | { readonly shown: string }

export type Cells = Readonly<Record<HeldArea, Cell>>

const isHeld = (name: string): name is HeldArea => Object.hasOwn(AREAS, name)

/** Every area the server holds, whether or not the matrix knows it. */
export const HELD_AREAS: readonly HeldArea[] = Object.keys(AREAS).filter(isHeld)

/** Labels in one text, starred where the note is seen, so that cells compare. */
export const toCell = (found: ReadonlyMap<string, boolean>): Cell => ({
  shown: [...found]
    .map(([label, withNote]) => (withNote ? `${label}*` : label))
    .toSorted()
    .join(' ')
})

const eachArea = (cellOf: (area: HeldArea) => Cell): Cells => ({
  ALLERGIES: cellOf('ALLERGIES'),
  MEDICATIONS: cellOf('MEDICATIONS')
})

/** What staff find, whatever is switched (Ruling R23). */
export const WHOLE_CELLS: Cells = eachArea((area) =>
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
  return eachArea((area) => {
    const need: OracleRung = oracleNeed(area)
    if (height(highest) < height(need)) return { refused: need }
    const found = LABELS[area].flatMap((label) => {
      const rung = shown.get(label)
      return rung === undefined ? [] : [[label, rung === 'FULL'] as const]
    })
    return toCell(new Map(found))
  })
}
