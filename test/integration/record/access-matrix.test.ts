import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { AREAS } from '../../../src/modules/record/areas.ts'
import { startTestApp, type TestApp } from '../../support/app.ts'
import {
  HELD_AREAS,
  WHOLE_CELLS,
  type Cells
} from '../../support/matrix/expected-cell.ts'
import {
  AREA_FIELDS,
  askGraph,
  type RecordField
} from '../../support/matrix/graph-cells.ts'
import {
  chunksOf,
  MARGIN_POINTS,
  runMatrix,
  type CheckedCell,
  type MatrixPoint,
  type MatrixPoints,
  type MatrixQuestion
} from '../../support/matrix/matrix-run.ts'
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
const AT_ONCE = 9

const NOT_FOUND: Cells = {
  ALLERGIES: { refused: 'NOT_FOUND' },
  MEDICATIONS: { refused: 'NOT_FOUND' }
}

interface Viewer {
  readonly name: string
  readonly token: string
  readonly recordField: RecordField
  expected(point: MatrixPoint): Cells
}

const question =
  (
    points: readonly MatrixPoint[],
    { name, token, recordField, expected }: Viewer
  ): MatrixQuestion =>
  async () => {
    const patients = points.map(({ patient }) => patient)
    const asked = { patients, recordField }
    const answers = await askGraph(server.url, token, asked)
    return points.flatMap((point, index): CheckedCell[] =>
      HELD_AREAS.map((area) => ({
        what: `${name}, ${area}, ${describeSwitches(point.patient.switches)}`,
        expected: expected(point)[area],
        actual: answers[index]?.[area] ?? { refused: 'no answer' }
      }))
    )
  }

const questionsOf = ({ tried, margin }: MatrixPoints): MatrixQuestion[] => [
  ...tried.map((point) =>
    question([point], {
      name: 'the patient',
      token: point.token,
      recordField: 'record',
      expected: (own) => own.expected
    })
  ),
  ...chunksOf(tried, AT_ONCE).map((some) =>
    question(some, {
      name: 'staff as the patient',
      token: gp,
      recordField: 'recordAsSeenBy',
      expected: (own) => own.expected
    })
  ),
  ...chunksOf(margin, AT_ONCE).flatMap((some) => [
    question(some, {
      name: 'another patient',
      token: stranger,
      recordField: 'record',
      expected: () => NOT_FOUND
    }),
    question(some, {
      name: 'staff',
      token: gp,
      recordField: 'record',
      expected: () => WHOLE_CELLS
    })
  ])
]

const CELLS = (2 * PAIRS_TRIED + 2 * MARGIN_POINTS) * Object.keys(AREAS).length

describe('every legal configuration, in GraphQL', () => {
  it('is asked of every area that the server holds', () => {
    const held = Object.keys(AREAS)
    expect(Object.keys(AREA_FIELDS)).toEqual(held)
    expect(Object.keys(LABELS)).toEqual(held)
    expect(Object.keys(WHOLE_CELLS)).toEqual(held)
  })

  it(`shows in ${CELLS} cells what the oracle shows`, async () => {
    const { cells, disagreements } = await runMatrix(server, questionsOf)
    expect(disagreements).toEqual([])
    expect(cells).toBe(CELLS)
  }, 240_000)
})
