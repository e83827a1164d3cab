import { EXPORTED_AREAS } from '../../../src/modules/fhir-export/area-mappers.ts'
import { HELD_AREAS, type HeldArea } from '../../../src/modules/record/areas.ts'
import { areaPolicy } from '../../../src/policy/clinical-area-table.ts'
import { askStructuredRecord, outcomeOf } from '../structured-record.ts'
import { toCell, type Cell, type Cells } from './expected-cell.ts'
import type { MatrixPatient } from './matrix-database.ts'
import { COURSES, LABELS } from './record-template.ts'

/** Areas that the interface answers an include for, with its name. */
export const INCLUDES: ReadonlyMap<HeldArea, string> = new Map(
  HELD_AREAS.flatMap((area) => {
    const { includeParameter } = areaPolicy(area)
    return includeParameter && EXPORTED_AREAS.includes(area)
      ? [[area, includeParameter] as const]
      : []
  })
)

/** Parts without which an include is not valid. */
const PARTS: Readonly<Record<string, object>> = {
  includeAllergies: {
    part: [{ name: 'includeResolvedAllergies', valueBoolean: true }]
  }
}

const planOf = (course: string): string => `plan-of-${course}`

/** Here a course shows its plan as well, which has an id of its own. */
const FHIR_LABELS: Readonly<Record<HeldArea, readonly string[]>> = {
  ...LABELS,
  MEDICATIONS: [
    ...LABELS.MEDICATIONS,
    ...COURSES.map(({ label }) => planOf(label))
  ]
}

const isCourse = (label: string): boolean =>
  COURSES.some((course) => course.label === label)

/** What the oracle expects of the graph, in the words of this interface. */
export const expectedOfFhir = (cells: Cells, area: HeldArea): Cell => {
  const cell = cells[area]
  if ('refused' in cell) return { refused: `403 ${INCLUDES.get(area)}` }
  const words = cell.shown.split(' ').filter((word) => word !== '')
  const plans = words
    .map((word) => word.replace('*', ''))
    .filter(isCourse)
    .map(planOf)
  return { shown: [...words, ...plans].toSorted().join(' ') }
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const NOTE = /note of ([\w-]+)/g

/**
 * Every entry that an answer mentions in whatever place, so that a reference
 * left dangling is found too; a note without its entry counts as well.
 */
const cellIn = (
  text: string,
  area: HeldArea,
  { labels }: MatrixPatient
): Cell => {
  const ids = [...text.matchAll(UUID)].map(([id]) => labels.get(id) ?? '')
  const notes = new Set([...text.matchAll(NOTE)].map(([, label = '']) => label))
  const mentioned = new Set([...ids, ...notes])
  return toCell(
    new Map(
      FHIR_LABELS[area]
        .filter((label) => mentioned.has(label))
        .map((label) => [label, notes.has(label)])
    )
  )
}

export interface FhirQuestion {
  readonly token: string
  readonly patient: MatrixPatient
  readonly areas: readonly HeldArea[]
}

/** One request for these areas; a cell for each, in their order. */
export const askFhir = async (
  url: string,
  { token, patient, areas }: FhirQuestion
): Promise<Cell[]> => {
  const names = areas.flatMap((area) => INCLUDES.get(area) ?? [])
  const answer = await askStructuredRecord(url, {
    token,
    nhsNumber: patient.nhsNumber,
    parameters: names.map((name) => ({ name, ...PARTS[name] }))
  })
  if (answer.status === 200) {
    return areas.map((area) => cellIn(answer.text, area, patient))
  }
  const [issue] = outcomeOf(answer).issue
  const isDenied = issue?.details?.coding?.[0]?.code === 'ACCESS DENIED'
  const why = isDenied ? (issue?.diagnostics ?? 'ACCESS DENIED') : answer.text
  return areas.map(() => ({ refused: `${answer.status} ${why}` }))
}
