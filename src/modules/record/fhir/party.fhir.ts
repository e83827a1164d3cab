import type { Reference } from 'fhir/r3.js'
import type { Party } from '../people/party.ts'
import { referenceTo } from './reference.fhir.ts'

const PARTY_TYPES = {
  PRACTITIONER: 'Practitioner',
  ORGANIZATION: 'Organization'
} as const satisfies Record<Party['kind'], string>

export const toPartyReference = ({ kind, id }: Party): Reference =>
  referenceTo(PARTY_TYPES[kind], id)
