import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import {
  AREAS,
  HELD_AREAS,
  type HeldArea
} from '../../../src/modules/record/areas.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import { WHOLE_CELLS, type Cells } from '../../support/matrix/expected-cell.ts'
import { askGraph, type RecordField } from '../../support/matrix/graph-cells.ts'
import {
  chunksOf,
  MARGIN_POINTS,
  runMatrix,
  type CheckedCell,
  type MatrixPoint,
  type MatrixPoints,
  type MatrixQuestion
} from '../../support/matrix/matrix-run.ts'
import { byArea } from '../../support/matrix/matrix-areas.ts'
import { LABELS } from '../../support/matrix/record-template.ts'
import {
  describeSwitches,
  PAIRS_TRIED
} from '../../support/matrix/switch-product.ts'

let server: TestApp
let gp: string
let stranger: string

beforeAll(async () => {
  server = await startTestApp()
  gp = await server.tokenOf('gp')
  stranger = await server.tokenOf('ada')
})
afterAll(() => server.close())

/** As many as one operation's cost and aliases allow. */
const AT_ONCE = 5

const NOT_FOUND: Cells = byArea(() => ({ refused: 'NOT_FOUND' }))

/**
 * One area for each level and each way of reading: the others are tables read
 * by the same loader at the same level as immunisations, so that the switches
 * cannot tell them apart. These are asked on the margin.
 */
const EACH_WAY = [
  'ALLERGIES',
  'MEDICATIONS',
  'IMMUNISATIONS',
  'DOCUMENTS'
] as const

interface Viewer {
  readonly areas: readonly HeldArea[]
  readonly name: string
  readonly token: string
  readonly recordField: RecordField
  expected(point: MatrixPoint): Cells
}

const question =
  (
    points: readonly MatrixPoint[],
    { areas, name, token, recordField, expected }: Viewer
  ): MatrixQuestion =>
  async () => {
    const patients = points.map(({ patient }) => patient)
    const asked = { patients, recordField, areas }
    const answers = await askGraph(server.url, token, asked)
    return points.flatMap((point, index): CheckedCell[] =>
      areas.map((area) => ({
        what: `${name}, ${area}, ${describeSwitches(point.patient.switches)}`,
        expected: expected(point)[area],
        actual: answers[index]?.[area] ?? { refused: 'no answer' }
      }))
    )
  }

const questionsOf = ({ tried, margin }: MatrixPoints): MatrixQuestion[] => [
  ...tried.map((point) =>
    question([point], {
      areas: EACH_WAY,
      name: 'the patient',
      token: point.token,
      recordField: 'record',
      expected: (own) => own.expected
    })
  ),
  ...margin.map((point) =>
    question([point], {
      areas: HELD_AREAS,
      name: 'the patient',
      token: point.token,
      recordField: 'record',
      expected: (own) => own.expected
    })
  ),
  ...chunksOf(tried, AT_ONCE).map((some) =>
    question(some, {
      areas: EACH_WAY,
      name: 'staff as the patient',
      token: gp,
      recordField: 'recordAsSeenBy',
      expected: (own) => own.expected
    })
  ),
  ...chunksOf(margin, AT_ONCE).flatMap((some) => [
    question(some, {
      areas: HELD_AREAS,
      name: 'another patient',
      token: stranger,
      recordField: 'record',
      expected: () => NOT_FOUND
    }),
    question(some, {
      areas: HELD_AREAS,
      name: 'staff',
      token: gp,
      recordField: 'record',
      expected: () => WHOLE_CELLS
    })
  ])
]

const CELLS =
  2 * PAIRS_TRIED * EACH_WAY.length + 3 * MARGIN_POINTS * HELD_AREAS.length

describe('every legal configuration, in GraphQL', () => {
  it('is asked of every area that the server holds', () => {
    const held = Object.keys(AREAS)
    expect(Object.keys(LABELS)).toEqual(held)
    expect(Object.keys(WHOLE_CELLS)).toEqual(held)
  })

  it(`shows in ${CELLS} cells what the oracle shows`, async () => {
    const { cells, disagreements } = await runMatrix(server, questionsOf)
    expect(disagreements).toEqual([])
    expect(cells).toBe(CELLS)
  }, 240_000)
})
