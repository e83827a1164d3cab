import type { FhirResource, Observation } from 'fhir/r3.js'
import type { Visible } from '../../../policy/record-access.ts'
import { toObservation } from '../observations/observation.fhir.ts'
import type { ObservationRow } from '../observations/observation.row.ts'
import { toDiagnosticReport } from './diagnostic-report.fhir.ts'
import { testsOf, type InvestigationEntry } from './investigation.entry.ts'
import { toProcedureRequest } from './procedure-request.fhir.ts'
import { toSpecimen } from './specimen.fhir.ts'

/** Of what an observation names, that alone which is shown. */
const createLinker = (entry: InvestigationEntry) => {
  const shown = new Set(
    [...testsOf(entry), ...entry.specimens].map(({ id }) => id)
  )
  const ifShown = (id: string | null) =>
    id !== null && shown.has(id) ? id : null
  return (
    row: Visible<ObservationRow>,
    members: readonly { readonly id: string }[] = []
  ): Observation =>
    toObservation(row, {
      members: members.map(({ id }) => id),
      derivedFrom: ifShown(row.groupId) ?? ifShown(row.aboutId),
      specimenId: ifShown(row.specimenId)
    })
}

/** A report with all its parts that are shown, each its own resource. */
export const toInvestigationResources = (
  entry: InvestigationEntry
): FhirResource[] => {
  const toLinked = createLinker(entry)
  return [
    toDiagnosticReport(entry),
    ...entry.requests.map(toProcedureRequest),
    ...entry.specimens.map(toSpecimen),
    ...entry.groups.flatMap(({ header, results }) => [
      toLinked(header, results),
      ...results.map((row) => toLinked(row))
    ]),
    ...entry.results.map((row) => toLinked(row)),
    ...entry.filingComments.map((row) => toLinked(row))
  ]
}
