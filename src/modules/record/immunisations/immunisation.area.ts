import type { EntryFacts } from '../../../policy/record-access.ts'
import type { Area } from '../area.ts'
import type { ImmunisationEntry } from './immunisation.entry.ts'
import type { ImmunisationFilter } from './immunisation.filter.ts'
import { loadImmunisations } from './immunisation.loader.ts'
import { toImmunisationView, type Immunisation } from './immunisation.view.ts'

export const immunisationArea: Area<
  ImmunisationEntry,
  Immunisation,
  EntryFacts,
  ImmunisationFilter
> = {
  area: 'IMMUNISATIONS',
  load: loadImmunisations,
  position: ({ immunisation: { clinicalDate, id } }) => ({ clinicalDate, id }),
  practitionerIds: ({ immunisation: { administeredById, recorderId } }) =>
    [administeredById, recorderId].filter((id) => id !== null),
  toView: toImmunisationView
}
