import type { ProcedureRequest } from 'fhir/r3.js'
import type { Visible } from '../../../policy/record-access.ts'
import { noteOf } from '../fhir/annotation.fhir.ts'
import { toCodeableConcept } from '../fhir/concept.fhir.ts'
import { clinicalMeta } from '../fhir/meta.fhir.ts'
import { listAs, valueAs } from '../fhir/optional.fhir.ts'
import { toPartyReference } from '../fhir/party.fhir.ts'
import { referenceTo } from '../fhir/reference.fhir.ts'
import type { InvestigationRequestRow } from './investigation.row.ts'

/** GP Connect's text where nothing is known of what was asked for. */
const NO_CODE = { text: 'No code available' }

/** CareConnect-GPC-ProcedureRequest-1 (Access Record digest section 4.8). */
export const toProcedureRequest = (
  row: Visible<InvestigationRequestRow>
): ProcedureRequest => ({
  resourceType: 'ProcedureRequest',
  id: row.id,
  meta: clinicalMeta('ProcedureRequest', row.hiddenBy),
  identifier: row.identifiers.map(({ system, value }) => ({ system, value })),
  status: 'active',
  intent: 'order',
  code: row.code === null ? NO_CODE : toCodeableConcept(row.code),
  subject: referenceTo('Patient', row.patientId),
  ...valueAs(
    'requester',
    row.requester && { agent: toPartyReference(row.requester) }
  ),
  ...valueAs('performer', row.performer && toPartyReference(row.performer)),
  ...listAs('reasonCode', row.reasons.map(toCodeableConcept)),
  ...noteOf(row.note)
})
