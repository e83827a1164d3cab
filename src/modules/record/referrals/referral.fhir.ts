import type { Reference, ReferralRequest } from 'fhir/r3.js'
import type { Visible } from '../../../policy/record-access.ts'
import type { CodeableConcept } from '../../../vocabulary/coding.ts'
import { noteOf } from '../fhir/annotation.fhir.ts'
import { toCodeableConcept } from '../fhir/concept.fhir.ts'
import { clinicalMeta } from '../fhir/meta.fhir.ts'
import { referenceTo } from '../fhir/reference.fhir.ts'
import type { Party } from '../people/party.ts'
import type { ReferralRow } from './referral.row.ts'

type Row = Visible<ReferralRow>

const PARTY_TYPES = {
  PRACTITIONER: 'Practitioner',
  ORGANIZATION: 'Organization'
} as const satisfies Record<Party['kind'], string>

const toParty = ({ kind, id }: Party): Reference =>
  referenceTo(PARTY_TYPES[kind], id)

/** The profile has no requester without the agent who asked. */
const requesterOf = ({ requester, onBehalfOfId }: Row) =>
  requester === null
    ? {}
    : {
        requester: {
          agent: toParty(requester),
          ...(onBehalfOfId === null
            ? {}
            : { onBehalfOf: referenceTo('Organization', onBehalfOfId) })
        }
      }

const codesOf = (
  name: 'serviceRequested' | 'reasonCode',
  concepts: readonly CodeableConcept[]
) => (concepts.length === 0 ? {} : { [name]: concepts.map(toCodeableConcept) })

/**
 * CareConnect-GPC-ReferralRequest-1 (Access Record digest section 4.9). GP
 * Connect leaves the type out. The row comes from the policy, text already
 * withheld by rung (Ruling R20).
 */
export const toReferralRequest = (row: Row): ReferralRequest => ({
  resourceType: 'ReferralRequest',
  id: row.id,
  meta: clinicalMeta('ReferralRequest', row.hiddenBy),
  identifier: row.identifiers.map(({ system, value }) => ({ system, value })),
  status: 'unknown',
  intent: 'order',
  ...(row.priority === null ? {} : { priority: row.priority }),
  ...codesOf('serviceRequested', row.services),
  subject: referenceTo('Patient', row.patientId),
  authoredOn: row.authoredOn,
  ...requesterOf(row),
  ...(row.specialty === null
    ? {}
    : { specialty: toCodeableConcept(row.specialty) }),
  ...(row.recipients.length === 0
    ? {}
    : { recipient: row.recipients.map(toParty) }),
  ...codesOf('reasonCode', row.reasons),
  ...(row.description === null ? {} : { description: row.description }),
  ...noteOf(row.note)
})
