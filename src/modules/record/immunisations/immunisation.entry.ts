import type { Visible } from '../../../policy/record-access.ts'
import type { LocationRow } from '../people/people.row.ts'
import type { ImmunisationRow } from './immunisation.row.ts'

/** An immunisation with the place it was given at. */
export interface ImmunisationEntry {
  readonly immunisation: Visible<ImmunisationRow>
  readonly location: LocationRow | null
}
