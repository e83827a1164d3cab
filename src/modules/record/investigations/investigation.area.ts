import type { EntryFacts } from '../../../policy/record-access.ts'
import type { Area } from '../area.ts'
import { practitionersAmong } from '../people/party.ts'
import { testsOf, type InvestigationEntry } from './investigation.entry.ts'
import { loadInvestigations } from './investigation.loader.ts'
import {
  toInvestigationView,
  type InvestigationReport
} from './investigation.view.ts'

export const investigationArea: Area<
  InvestigationEntry,
  InvestigationReport,
  EntryFacts
> = {
  area: 'INVESTIGATIONS',
  load: loadInvestigations,
  position: ({ report: { clinicalDate, id } }) => ({ clinicalDate, id }),
  practitionerIds: (entry) => [
    ...practitionersAmong([
      ...entry.report.performers,
      ...entry.requests.flatMap(({ requester }) => requester ?? []),
      ...[...testsOf(entry), ...entry.filingComments].flatMap(
        ({ performers }) => performers
      )
    ]),
    ...entry.specimens.flatMap(({ collectorId }) => collectorId ?? [])
  ],
  toView: toInvestigationView
}
