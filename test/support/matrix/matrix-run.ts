import { databaseOf } from '../../../src/database/sql.ts'
import type { TestApp } from '../app.ts'
import type { OraclePracticeSwitches } from '../oracle/rung-oracle.ts'
import { ELM_TREE } from '../people.ts'
import { expectedCells, type Cell, type Cells } from './expected-cell.ts'
import {
  addMatrixPatients,
  setPractice,
  type MatrixPatient
} from './matrix-database.ts'
import {
  describeSwitches,
  isTried,
  PATIENT_SETTINGS,
  PRACTICE_SETTINGS
} from './switch-product.ts'

/** A patient under one setting of the practice, with what is expected. */
export interface MatrixPoint {
  readonly patient: MatrixPatient
  readonly token: string
  readonly expected: Cells
}

/** What was asked, what should have come and what came. */
export interface CheckedCell {
  readonly what: string
  readonly expected: Cell
  readonly actual: Cell
}

const addTokens = (server: TestApp, patients: readonly MatrixPatient[]) =>
  Promise.all(
    patients.map(({ nhsNumber }) =>
      server.issue({
        key: nhsNumber,
        label: '',
        description: '',
        kind: 'citizen',
        nhsNumber,
        identityProofingLevel: 'P9'
      })
    )
  )

/** Several at a time, so that server and database are both kept at work. */
const AT_ONCE = 8

/** Enough to see what is wrong. */
const REPORTED = 5

const inTurns = async <Item, Value>(
  items: readonly Item[],
  work: (item: Item) => Promise<Value>
): Promise<Value[]> => {
  const values: Value[] = []
  const queue = items.entries()
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) values[index] = await work(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return values
}

export const chunksOf = <Item>(
  items: readonly Item[],
  size: number
): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size)
  )

/** Asks for some cells and says what they should be. */
export type MatrixQuestion = () => Promise<CheckedCell[]>

/** What there is to ask about under one setting of the practice. */
export interface MatrixPoints {
  /** Every pair of settings that is tried (`isTried`). */
  readonly tried: readonly MatrixPoint[]
  /**
   * For viewers whom no switch concerns: one patient under each setting of
   * the practice, and each patient under one of them.
   */
  readonly margin: readonly MatrixPoint[]
}

interface MatrixResult {
  readonly cells: number
  /** The first few that disagree, each with its switches. */
  readonly disagreements: readonly object[]
}

/** Of each setting of a practice one point, of the first one all. */
export const MARGIN_POINTS =
  PATIENT_SETTINGS.length + PRACTICE_SETTINGS.length - 1

const isOnMargin = (practiceIndex: number, patientIndex: number): boolean =>
  practiceIndex === 0 || practiceIndex === patientIndex

const createTally = () => {
  const disagreements: object[] = []
  let cells = 0
  return {
    add: (practice: OraclePracticeSwitches, checked: CheckedCell[]): void => {
      cells += checked.length
      for (const { what, expected, actual } of checked) {
        const agrees = JSON.stringify(expected) === JSON.stringify(actual)
        if (agrees || disagreements.length >= REPORTED) continue
        const on = describeSwitches(practice)
        disagreements.push({ what, practice: on, expected, actual })
      }
    },
    result: (): MatrixResult => ({ cells, disagreements })
  }
}

/**
 * Sets the practice each way in turn and asks all that `questions` makes of
 * the points. Patients differ by their switches, which stay as they are.
 */
export const runMatrix = async (
  server: TestApp,
  questions: (points: MatrixPoints) => readonly MatrixQuestion[]
): Promise<MatrixResult> => {
  const db = databaseOf(server.orm.em.fork())
  const patients = await addMatrixPatients(db, ELM_TREE)
  const tokens = await addTokens(server, patients)
  const tally = createTally()
  for (const [practiceIndex, practice] of PRACTICE_SETTINGS.entries()) {
    await setPractice(db, ELM_TREE, practice)
    const points = patients.map((patient, index) => ({
      patient,
      token: tokens[index] ?? '',
      expected: expectedCells(practice, patient.switches)
    }))
    const asked = questions({
      tried: points.filter(({ patient: { switches } }) =>
        isTried(practice, switches)
      ),
      margin: points.filter((_, index) => isOnMargin(practiceIndex, index))
    })
    const answers = await inTurns(asked, (ask) => ask())
    for (const checked of answers) tally.add(practice, checked)
  }
  return tally.result()
}
