import type { Identifier } from '../../../vocabulary/coding.ts'

/** One text for a business identifier, by which it is found again. */
export const sourceKeyOf = ({ system, value }: Identifier): string =>
  `${system}|${value}`
