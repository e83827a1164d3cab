import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r3.js'
import {
  gpConnectProfile,
  SPINE_ERROR_SYSTEM
} from '../../vocabulary/fhir-system.ts'

interface Outcome {
  readonly status: number
  /** FHIR's own code. */
  readonly issue: string
  /** GP Connect's code and its display. */
  readonly code: string
  readonly display: string
}

const DENIED = {
  code: 'ACCESS DENIED',
  display: 'Access has been denied to process this request'
}
const BAD_REQUEST = { code: 'BAD_REQUEST', display: 'Bad request' }
const FAILED = {
  code: 'INTERNAL_SERVER_ERROR',
  display: 'Unexpected internal server error'
}

/** Access Record digest section 6; 401, 413 and 503 are of our own choice. */
const OUTCOMES = {
  INVALID_NHS_NUMBER: {
    status: 400,
    issue: 'value',
    code: 'INVALID_NHS_NUMBER',
    display: 'Invalid NHS number'
  },
  INVALID_IDENTIFIER_SYSTEM: {
    status: 400,
    issue: 'value',
    code: 'INVALID_IDENTIFIER_SYSTEM',
    display: 'Invalid identifier system'
  },
  BAD_REQUEST: { status: 400, issue: 'invalid', ...BAD_REQUEST },
  UNAUTHENTICATED: { status: 401, issue: 'login', ...DENIED },
  ACCESS_DENIED: { status: 403, issue: 'forbidden', ...DENIED },
  NO_PATIENT_CONSENT: {
    status: 403,
    issue: 'forbidden',
    code: 'NO_PATIENT_CONSENT',
    display: 'Patient has not provided consent to share data'
  },
  PATIENT_NOT_FOUND: {
    status: 404,
    issue: 'not-found',
    code: 'PATIENT_NOT_FOUND',
    display: 'Patient not found'
  },
  NO_RECORD_FOUND: {
    status: 404,
    issue: 'not-found',
    code: 'NO_RECORD_FOUND',
    display: 'No record found'
  },
  BODY_TOO_LARGE: { status: 413, issue: 'too-long', ...BAD_REQUEST },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    issue: 'invalid',
    code: 'UNSUPPORTED_MEDIA_TYPE',
    display: 'Unsupported media type'
  },
  INVALID_PARAMETER: {
    status: 422,
    issue: 'invalid',
    code: 'INVALID_PARAMETER',
    display: 'Invalid parameter'
  },
  INVALID_RESOURCE: {
    status: 422,
    issue: 'invalid',
    code: 'INVALID_RESOURCE',
    display: 'Invalid validation of resource'
  },
  INTERNAL_SERVER_ERROR: { status: 500, issue: 'processing', ...FAILED },
  NOT_IMPLEMENTED: {
    status: 501,
    issue: 'not-supported',
    code: 'NOT_IMPLEMENTED',
    display: 'Not implemented'
  },
  UNAVAILABLE: { status: 503, issue: 'transient', ...FAILED }
} as const satisfies Record<string, Outcome>

/** Every failure there is has a row in the table (digest section 6). */
export type OutcomeKind = keyof typeof OUTCOMES

/** One thing to say, besides what its kind says already. */
interface OutcomeIssue {
  readonly kind: OutcomeKind
  /** Never an NHS number, a name or a token. */
  readonly diagnostics?: string
  readonly text?: string
  readonly expression?: string
}

/** An answer that is an error: its status and its body. */
export interface FhirError {
  readonly status: number
  readonly body: OperationOutcome
}

const toIssue = (
  severity: 'error' | 'warning',
  { kind, diagnostics, text, expression }: OutcomeIssue
): OperationOutcomeIssue => {
  const { issue, code, display } = OUTCOMES[kind]
  return {
    severity,
    code: issue,
    details: {
      coding: [{ system: SPINE_ERROR_SYSTEM, code, display }],
      ...(text === undefined ? {} : { text })
    },
    ...(diagnostics === undefined ? {} : { diagnostics }),
    ...(expression === undefined ? {} : { expression: [expression] })
  }
}

const outcomeOf = (issues: OperationOutcomeIssue[]): OperationOutcome => ({
  resourceType: 'OperationOutcome',
  meta: { profile: [gpConnectProfile('OperationOutcome')] },
  issue: issues
})

/**
 * GPConnect-OperationOutcome-1 with the status of the first issue's kind
 * (Access Record digest section 6). Issues of one answer share a status.
 */
export const fhirError = (
  first: OutcomeIssue,
  ...further: readonly OutcomeIssue[]
): FhirError => ({
  status: OUTCOMES[first.kind].status,
  body: outcomeOf([first, ...further].map((one) => toIssue('error', one)))
})

/** A Bundle's entry that says what was not done (digest 1.3 and 3.3). */
export const notSupportedWarning = (
  id: string,
  warnings: readonly { readonly parameter: string; readonly text: string }[]
): OperationOutcome => ({
  ...outcomeOf(
    warnings.map(({ parameter, text }) =>
      toIssue('warning', {
        kind: 'NOT_IMPLEMENTED',
        diagnostics: parameter,
        text
      })
    )
  ),
  id
})
