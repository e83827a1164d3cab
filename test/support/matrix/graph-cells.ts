import type { HeldArea } from '../../../src/modules/record/areas.ts'
import { postGraph, type GraphAnswer } from '../graph-post.ts'
import { HELD_AREAS, toCell, type Cell, type Cells } from './expected-cell.ts'
import type { MatrixPatient } from './matrix-database.ts'

interface AreaField {
  readonly field: string
  readonly selection: string
}

/** How each area is asked for; a new one needs its line to be compared. */
export const AREA_FIELDS: Readonly<Record<HeldArea, AreaField>> = {
  ALLERGIES: { field: 'allergies', selection: 'id note' },
  MEDICATIONS: { field: 'medications', selection: 'id note issues { id note }' }
}

const PAGE = 60

const AREAS_SELECTED = HELD_AREAS.map((area) => {
  const { field, selection } = AREA_FIELDS[area]
  return `${field}(first: ${PAGE}) { nodes { ${selection} } pageInfo { hasNextPage } }`
}).join(' ')

export type RecordField = 'record' | 'recordAsSeenBy'

/** One operation for several patients, each under an alias of its own. */
const operationFor = (
  patients: readonly MatrixPatient[],
  recordField: RecordField
) => {
  const fields = patients.map(
    ({ nhsNumber }, index) =>
      `p${index}: patient(nhsNumber: "${nhsNumber}") { ${recordField} { ${AREAS_SELECTED} } }`
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

interface Found {
  readonly id: string
  readonly note: string | null
  readonly issues?: readonly Found[]
}

const nodesOf = (connection: unknown): readonly Found[] => {
  const nodes = at(connection, 'nodes')
  if (!Array.isArray(nodes) || at(connection, 'pageInfo', 'hasNextPage')) {
    throw new Error('Not one whole page')
  }
  return nodes
}

const shownCell = (connection: unknown, { labels }: MatrixPatient): Cell => {
  const found = nodesOf(connection).flatMap((node) => [
    node,
    ...(node.issues ?? [])
  ])
  return toCell(
    new Map(
      found.map(({ id, note }) => {
        const label = labels.get(id) ?? `unknown ${id}`
        // Another's note would be a third kind of cell.
        const own = note === null || note === `note of ${label}`
        return [own ? label : `${label} with ${note}`, note !== null]
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
  asked: { patients: readonly MatrixPatient[]; recordField: RecordField }
): Promise<Cells[]> => {
  const { patients, recordField } = asked
  const operation = operationFor(patients, recordField)
  const answer = await postGraph(url, { operation, token })
  return patients.map((patient, index) => {
    const alias = `p${index}`
    const record = at(answer.body.data, alias, recordField)
    const cellOf = (area: HeldArea): Cell => {
      if (!record) {
        const error = errorAt(answer, [alias])
        return { refused: String(error?.extensions?.['code']) }
      }
      const { field } = AREA_FIELDS[area]
      const connection = at(record, field)
      return connection === null
        ? refusedCell(answer, [alias, recordField, field])
        : shownCell(connection, patient)
    }
    return {
      ALLERGIES: cellOf('ALLERGIES'),
      MEDICATIONS: cellOf('MEDICATIONS')
    }
  })
}
