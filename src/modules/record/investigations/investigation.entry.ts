import type { Visible } from '../../../policy/record-access.ts'
import type { ObservationRow } from '../observations/observation.row.ts'
import type {
  InvestigationReportRow,
  InvestigationRequestRow,
  SpecimenRow
} from './investigation.row.ts'

/** A group's header with those of its results that are shown. */
export interface TestGroupEntry {
  readonly header: Visible<ObservationRow>
  readonly results: readonly Visible<ObservationRow>[]
}

/** A report with all of its parts that are shown; the others are absent. */
export interface InvestigationEntry {
  readonly report: Visible<InvestigationReportRow>
  readonly requests: readonly Visible<InvestigationRequestRow>[]
  readonly specimens: readonly Visible<SpecimenRow>[]
  readonly groups: readonly TestGroupEntry[]
  /** Results of no group that is shown. */
  readonly results: readonly Visible<ObservationRow>[]
  readonly filingComments: readonly Visible<ObservationRow>[]
}

/** Headers and results, wherever they stand. */
export const testsOf = ({
  groups,
  results
}: InvestigationEntry): Visible<ObservationRow>[] => [
  ...groups.flatMap((group) => [group.header, ...group.results]),
  ...results
]
