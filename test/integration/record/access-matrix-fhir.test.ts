import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTestApp, type TestApp } from '../../support/app.ts'
import type { Cell } from '../../support/matrix/expected-cell.ts'
import {
  askFhir,
  expectedOfFhir,
  INCLUDES,
  type FhirQuestion
} from '../../support/matrix/fhir-cells.ts'
import {
  MARGIN_POINTS,
  runMatrix,
  type MatrixPoint,
  type MatrixQuestion
} from '../../support/matrix/matrix-run.ts'
import {
  describeSwitches,
  PAIRS_TRIED
} from '../../support/matrix/switch-product.ts'

let server: TestApp
let stranger: string

beforeAll(async () => {
  server = await startTestApp()
  stranger = await server.tokenOf('ada')
})
afterAll(() => server.close())

const AREAS_ASKED = [...INCLUDES.keys()]

const question =
  (
    { patient }: MatrixPoint,
    asked: Omit<FhirQuestion, 'patient'>,
    expected: (area: FhirQuestion['areas'][number]) => Cell
  ): MatrixQuestion =>
  async () => {
    const cells = await askFhir(server.url, { ...asked, patient })
    return asked.areas.map((area, index) => ({
      what: `${area}, ${describeSwitches(patient.switches)}`,
      expected: expected(area),
      actual: cells[index] ?? { refused: 'no answer' }
    }))
  }

/** What is refused is asked for alone: it would refuse all the rest. */
const ownQuestions = (point: MatrixPoint): MatrixQuestion[] => {
  const { token, expected } = point
  const isRefused = (area: FhirQuestion['areas'][number]): boolean =>
    'refused' in expected[area]
  const together = AREAS_ASKED.filter((area) => !isRefused(area))
  const alone = AREAS_ASKED.filter(isRefused).map((area) => [area])
  return [...(together.length > 0 ? [together] : []), ...alone].map((areas) =>
    question(point, { token, areas }, (area) => expectedOfFhir(expected, area))
  )
}

const strangersQuestion = (point: MatrixPoint): MatrixQuestion =>
  question(point, { token: stranger, areas: AREAS_ASKED }, () => ({
    refused: '403 ACCESS DENIED'
  }))

const CELLS = (PAIRS_TRIED + MARGIN_POINTS) * INCLUDES.size

describe('every legal configuration, in FHIR', () => {
  it(`shows in ${CELLS} cells what the oracle shows`, async () => {
    const { cells, disagreements } = await runMatrix(
      server,
      ({ tried, margin }) => [
        ...tried.flatMap(ownQuestions),
        ...margin.map(strangersQuestion)
      ]
    )
    expect(disagreements).toEqual([])
    expect(cells).toBe(CELLS)
  }, 240_000)
})
