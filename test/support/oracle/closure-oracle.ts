/** A part of a record and what is marked on it. */
export interface OraclePart {
  readonly id: string
  readonly marks: readonly string[]
}

export interface OracleTie {
  readonly kind: string
  readonly whole: string
  readonly part: string
}

/** Ruling R16, from part to whole: which ties carry which mark upwards. */
const rises = (kind: string, mark: string): boolean => {
  if (kind === 'PROBLEM_ACTUAL_ENTRY') return true
  if (kind === 'OBSERVATION_COMPONENT') return true
  const restriction = mark === 'RESTRICTED' || mark === 'STAFF_CONFIDENTIAL'
  return kind === 'COURSE_ISSUE' && restriction
}

/**
 * Rulings R15 and R16: every mark that each part ends up with, its own and
 * what its surroundings hand it, by going over all ties until nothing changes.
 * A part without marks is not in the answer.
 */
export const oracleMarks = (
  parts: readonly OraclePart[],
  ties: readonly OracleTie[]
): Map<string, Set<string>> => {
  const worn = new Set(
    parts.flatMap(({ id, marks }) => marks.map((mark) => `${mark}@${id}`))
  )
  const everyMark = [...new Set(parts.flatMap(({ marks }) => marks))]
  const steps = ties.flatMap((tie) => everyMark.map((mark) => ({ tie, mark })))
  let before = -1
  while (before !== worn.size) {
    before = worn.size
    for (const { tie, mark } of steps) {
      const onWhole = `${mark}@${tie.whole}`
      const onPart = `${mark}@${tie.part}`
      if (worn.has(onWhole)) worn.add(onPart)
      if (worn.has(onPart) && rises(tie.kind, mark)) worn.add(onWhole)
    }
  }
  const byPart = new Map<string, Set<string>>()
  for (const entry of worn) {
    const [mark = '', id = ''] = entry.split('@')
    byPart.set(id, (byPart.get(id) ?? new Set()).add(mark))
  }
  return byPart
}

/** Whose mark it is: what of the record one single mark alone would hide. */
export const oracleHiddenBy = (
  origin: string,
  mark: string,
  ties: readonly OracleTie[]
): string[] => [...oracleMarks([{ id: origin, marks: [mark] }], ties).keys()]
