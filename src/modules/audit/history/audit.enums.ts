import { registerEnumType } from 'type-graphql'
import { enumOf } from '../../../graphql/types/enum.ts'
import { ALL_AUDIT_ACTIONS, AUDIT_OUTCOMES } from '../audit-action.ts'
import type { AuditedViewer } from '../audit-actor.ts'
import type { AuditChainName } from '../chain.ts'

export const AuditChainEnum = {
  CHANGES: 'changes',
  READS: 'reads'
} as const satisfies Record<string, AuditChainName>

registerEnumType(AuditChainEnum, {
  name: 'AuditChain',
  description: 'Which of a practice’s two audits.',
  valuesConfig: {
    CHANGES: { description: 'What was changed, or was not to be.' },
    READS: { description: 'What was seen, or was not to be.' }
  }
})

export const AuditActionEnum = enumOf(ALL_AUDIT_ACTIONS)

registerEnumType(AuditActionEnum, {
  name: 'AuditAction',
  description: 'What was done or tried.',
  valuesConfig: {
    SET_PRACTICE_RECORD_ACCESS: { description: 'A switch of the practice.' },
    SET_PATIENT_RECORD_ACCESS: { description: 'A switch of a patient.' },
    SET_CITIZEN_SERVICE_ACCESS: {
      description: 'A patient’s online services as a whole.'
    },
    RECORD_COMPETENCE_ASSESSMENT: {
      description: 'What staff found of an under 16.'
    },
    SET_PATIENT_PRESCRIPTION_ORDERING: {
      description: 'Whether a patient may order repeats.'
    },
    SET_PRACTICE_PRESCRIPTION_ORDERING: {
      description: 'Whether the practice’s patients may order repeats.'
    },
    SET_DEFAULT_ACCESS: { description: 'What newly enabled patients get.' },
    SET_AT_RISK_DEFAULT_ACCESS: {
      description: 'What newly enabled patients at risk from access get.'
    },
    SET_SIGNAL_HIDDEN_ITEMS: {
      description: 'Whether FHIR Lists tell that something was held back.'
    },
    ADD_SOLUTION: { description: 'An app was registered.' },
    REMOVE_SOLUTION: { description: 'An app was taken off.' },
    READ_RECORD: { description: 'A patient, or their record, was looked at.' },
    READ_PRACTICE: { description: 'A practice was looked at.' },
    EXPLAIN_ACCESS: { description: 'Why an entry is seen, or is not.' },
    READ_AUDIT: { description: 'The audit was looked at.' },
    RESTRICT_ENTRIES: {
      description: 'Entries were restricted from view, or not.'
    },
    LIFT_RESTRICTION: {
      description: 'Such a restriction was lifted, or not.'
    },
    IMPORT_RECORD: { description: 'A record was imported.' }
  }
})

export const AuditOutcomeEnum = enumOf(AUDIT_OUTCOMES)

registerEnumType(AuditOutcomeEnum, {
  name: 'AuditOutcome',
  description: 'What came of it.',
  valuesConfig: {
    CHANGED: { description: 'It was changed.' },
    ALREADY_IN_FORCE: { description: 'It was so already; nothing changed.' },
    ALLOWED: { description: 'It was shown.' },
    REFUSED: { description: 'It was refused; nothing changed, none was shown.' }
  }
})

/** Kinds of actors as the graph names them. */
export const ACTOR_KINDS = {
  'practice-staff': 'PRACTICE_STAFF',
  patient: 'PATIENT',
  anonymous: 'ANONYMOUS',
  system: 'SYSTEM'
} as const satisfies Record<AuditedViewer['kind'], string>

export type AuditActorKind = (typeof ACTOR_KINDS)[AuditedViewer['kind']]

export const AuditActorKindEnum = enumOf(Object.values(ACTOR_KINDS))

registerEnumType(AuditActorKindEnum, {
  name: 'AuditActorKind',
  description: 'Who did something.',
  valuesConfig: {
    PRACTICE_STAFF: { description: 'A member of a practice’s staff.' },
    PATIENT: { description: 'A citizen.' },
    ANONYMOUS: { description: 'Nobody known: no token was sent.' },
    SYSTEM: { description: 'The server, at its operator’s command.' }
  }
})
