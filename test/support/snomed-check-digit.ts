/** Verhoeff's scheme, as SNOMED CT identifiers use it. */
const TIMES = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
  [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
  [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
  [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
  [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
  [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
  [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
  [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
  [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]
]

const MOVED = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]

const move = (digit: number, times: number): number =>
  times === 0 ? digit : move(MOVED[digit] ?? 0, times - 1)

/** Six to eighteen digits, the last of which checks the others. */
export const isSnomedIdentifier = (code: string): boolean =>
  /^[1-9]\d{5,17}$/.test(code) &&
  [...code]
    .toReversed()
    .reduce(
      (sum, digit, place) => TIMES[sum]?.[move(Number(digit), place % 8)] ?? 0,
      0
    ) === 0
