import type { EntryFacts, Visible } from '../../../policy/record-access.ts'
import type { Area } from '../area.ts'
import type { ObservationRow } from '../observations/observation.row.ts'
import { practitionersAmong } from '../people/party.ts'
import type { UncategorisedFilter } from './uncategorised.filter.ts'
import { loadUncategorised } from './uncategorised.loader.ts'
import {
  toUncategorisedView,
  type UncategorisedEntry
} from './uncategorised.view.ts'

export const uncategorisedArea: Area<
  Visible<ObservationRow>,
  UncategorisedEntry,
  EntryFacts,
  UncategorisedFilter
> = {
  area: 'UNCATEGORISED_DATA',
  load: loadUncategorised,
  position: ({ clinicalDate, id }) => ({ clinicalDate, id }),
  practitionerIds: ({ performers }) => practitionersAmong(performers),
  toView: toUncategorisedView
}
