import type { DiagnosticReport } from 'fhir/r3.js'
import { SNOMED_CT } from '../../../vocabulary/fhir-system.ts'
import { codedConcept, toCodeableConcept } from '../fhir/concept.fhir.ts'
import { clinicalMeta } from '../fhir/meta.fhir.ts'
import { conceptAs, listAs, valueAs } from '../fhir/optional.fhir.ts'
import { toPartyReference } from '../fhir/party.fhir.ts'
import { referenceTo } from '../fhir/reference.fhir.ts'
import { testsOf, type InvestigationEntry } from './investigation.entry.ts'

const STUDIES = codedConcept(
  SNOMED_CT,
  '721981007',
  'Diagnostic studies report'
)

const referencesTo = (type: string, rows: readonly { readonly id: string }[]) =>
  rows.map(({ id }) => referenceTo(type, id))

/** Digest section 4.8: what another one names is not repeated. */
const resultsOf = (entry: InvestigationEntry) => {
  const tests = new Set(testsOf(entry).map(({ id }) => id))
  return [
    ...entry.groups.map(({ header }) => header),
    ...entry.results,
    ...entry.filingComments.filter(
      ({ aboutId }) => aboutId === null || !tests.has(aboutId)
    )
  ]
}

/**
 * CareConnect-GPC-DiagnosticReport-1 (Access Record digest section 4.8). It
 * names those of its parts that are shown; one that is not filed yet, which
 * staff alone export, is preliminary.
 */
export const toDiagnosticReport = (
  entry: InvestigationEntry
): DiagnosticReport => {
  const { report } = entry
  return {
    resourceType: 'DiagnosticReport',
    id: report.id,
    meta: clinicalMeta('DiagnosticReport', report.hiddenBy),
    identifier: report.identifiers.map(({ system, value }) => ({
      system,
      value
    })),
    ...listAs('basedOn', referencesTo('ProcedureRequest', entry.requests)),
    status: report.unfiled ? 'preliminary' : report.status,
    ...conceptAs('category', report.category),
    code: report.code === null ? STUDIES : toCodeableConcept(report.code),
    subject: referenceTo('Patient', report.patientId),
    issued: report.issued,
    ...listAs(
      'performer',
      report.performers.map((party) => ({ actor: toPartyReference(party) }))
    ),
    ...listAs('specimen', referencesTo('Specimen', entry.specimens)),
    ...listAs('result', referencesTo('Observation', resultsOf(entry))),
    ...valueAs('conclusion', report.conclusion),
    ...listAs('codedDiagnosis', report.codedDiagnoses.map(toCodeableConcept))
  }
}
