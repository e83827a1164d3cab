import type { HeldArea } from '../../../src/modules/record/areas.ts'
import { postGraph, type GraphAnswer } from '../graph-post.ts'
import { toCell, type Cell, type Cells } from './expected-cell.ts'
import { byArea, PLAIN_AREAS } from './matrix-areas.ts'
import type { MatrixPatient } from './matrix-database.ts'

interface AreaField {
  readonly field: string
  readonly note: string
  readonly selection: string
}

/** How each area is asked for. */
const AREA_FIELDS: Readonly<Record<HeldArea, AreaField>> = byArea((area) =>
  area === 'MEDICATIONS'
    ? {
        field: 'medications',
        note: 'note',
        selection: 'id note issues { id note }'
      }
    : {
        field: PLAIN_AREAS[area].field,
        note: PLAIN_AREAS[area].note,
        selection: `id ${PLAIN_AREAS[area].note}`
      }
)

/** As many as a patient has, of either kind of area, and little more. */
const pageOf = (area: HeldArea): number => (area === 'MEDICATIONS' ? 60 : 30)

const selectionOf = (areas: readonly HeldArea[]): string =>
  areas
    .map((area) => {
      const { field, selection } = AREA_FIELDS[area]
      return `${field}(first: ${pageOf(area)}) { nodes { ${selection} } pageInfo { hasNextPage } }`
    })
    .join(' ')

export type RecordField = 'record' | 'recordAsSeenBy'

/** Some areas of some patients' records, asked for at once. */
export interface GraphQuestion {
  readonly patients: readonly MatrixPatient[]
  readonly recordField: RecordField
  readonly areas: readonly HeldArea[]
}

/** One operation for several patients, each under an alias of its own. */
const operationFor = ({ patients, recordField, areas }: GraphQuestion) => {
  const selection = selectionOf(areas)
  const fields = patients.map(
    ({ nhsNumber }, index) =>
      `p${index}: patient(nhsNumber: "${nhsNumber}") { ${recordField} { ${selection} } }`
  )
  return { query: `{ ${fields.join(' ')} }` }
}

const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null
        ? new Map<string, unknown>(Object.entries(inner)).get(name)
        : undefined,
    value
  )

const listAt = (value: unknown, ...path: string[]): readonly unknown[] => {
  const list = at(value, ...path)
  return Array.isArray(list) ? list : []
}

const nodesOf = (connection: unknown): readonly unknown[] => {
  if (at(connection, 'pageInfo', 'hasNextPage') !== false) {
    throw new Error('Not one whole page')
  }
  return listAt(connection, 'nodes')
}

const shownCell = (
  connection: unknown,
  noteField: string,
  { labels }: MatrixPatient
): Cell => {
  const found = nodesOf(connection).flatMap((node) => [
    node,
    ...listAt(node, 'issues')
  ])
  return toCell(
    new Map(
      found.map((one) => {
        const id = String(at(one, 'id'))
        const note = at(one, noteField)
        const label = labels.get(id) ?? `unknown ${id}`
        // Another's note would be a third kind of cell.
        const own = note === null || note === `note of ${label}`
        return [own ? label : `${label} with ${String(note)}`, note !== null]
      })
    )
  )
}

const errorAt = (answer: GraphAnswer, path: readonly string[]) =>
  (answer.body.errors ?? []).find(
    (error) => JSON.stringify(at(error, 'path')) === JSON.stringify(path)
  )

/** Null is only right with the error that says which level is needed (R19). */
const refusedCell = (answer: GraphAnswer, path: readonly string[]): Cell => {
  const error = errorAt(answer, path)
  const { code, requiredLevel } = error?.extensions ?? {}
  return code === 'FORBIDDEN'
    ? { refused: String(requiredLevel) }
    : { refused: `null with ${String(code)}` }
}

/** Several patients’ cells; of one who is not found, the error’s code. */
export const askGraph = async (
  url: string,
  token: string,
  asked: GraphQuestion
): Promise<Cells[]> => {
  const { patients, recordField, areas } = asked
  const operation = operationFor(asked)
  const answer = await postGraph(url, { operation, token })
  return patients.map((patient, index) => {
    const alias = `p${index}`
    const record = at(answer.body.data, alias, recordField)
    const cellOf = (area: HeldArea): Cell => {
      if (!areas.includes(area)) return { refused: 'not asked' }
      if (!record) {
        const error = errorAt(answer, [alias])
        return { refused: String(error?.extensions?.['code']) }
      }
      const { field, note } = AREA_FIELDS[area]
      const connection = at(record, field)
      return connection === null
        ? refusedCell(answer, [alias, recordField, field])
        : shownCell(connection, note, patient)
    }
    return byArea(cellOf)
  })
}
