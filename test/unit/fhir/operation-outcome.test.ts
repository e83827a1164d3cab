import { describe, expect, it } from '@jest/globals'
import { denialError } from '../../../src/modules/fhir-export/denial-outcomes.ts'
import { fhirError } from '../../../src/modules/fhir-export/operation-outcome.ts'
import { DENIAL_REASONS } from '../../../src/policy/decision.ts'

const ACCESS_DENIED = 'Access has been denied to process this request'

describe('Errors (digest 6)', () => {
  it.each([
    [
      'INVALID_NHS_NUMBER',
      400,
      'value',
      'INVALID_NHS_NUMBER',
      'Invalid NHS number'
    ],
    [
      'INVALID_IDENTIFIER_SYSTEM',
      400,
      'value',
      'INVALID_IDENTIFIER_SYSTEM',
      'Invalid identifier system'
    ],
    ['BAD_REQUEST', 400, 'invalid', 'BAD_REQUEST', 'Bad request'],
    ['UNAUTHENTICATED', 401, 'login', 'ACCESS DENIED', ACCESS_DENIED],
    ['ACCESS_DENIED', 403, 'forbidden', 'ACCESS DENIED', ACCESS_DENIED],
    [
      'NO_PATIENT_CONSENT',
      403,
      'forbidden',
      'NO_PATIENT_CONSENT',
      'Patient has not provided consent to share data'
    ],
    [
      'PATIENT_NOT_FOUND',
      404,
      'not-found',
      'PATIENT_NOT_FOUND',
      'Patient not found'
    ],
    ['NO_RECORD_FOUND', 404, 'not-found', 'NO_RECORD_FOUND', 'No record found'],
    ['BODY_TOO_LARGE', 413, 'too-long', 'BAD_REQUEST', 'Bad request'],
    [
      'UNSUPPORTED_MEDIA_TYPE',
      415,
      'invalid',
      'UNSUPPORTED_MEDIA_TYPE',
      'Unsupported media type'
    ],
    [
      'INVALID_PARAMETER',
      422,
      'invalid',
      'INVALID_PARAMETER',
      'Invalid parameter'
    ],
    [
      'INVALID_RESOURCE',
      422,
      'invalid',
      'INVALID_RESOURCE',
      'Invalid validation of resource'
    ],
    [
      'INTERNAL_SERVER_ERROR',
      500,
      'processing',
      'INTERNAL_SERVER_ERROR',
      'Unexpected internal server error'
    ],
    [
      'NOT_IMPLEMENTED',
      501,
      'not-supported',
      'NOT_IMPLEMENTED',
      'Not implemented'
    ],
    [
      'UNAVAILABLE',
      503,
      'transient',
      'INTERNAL_SERVER_ERROR',
      'Unexpected internal server error'
    ]
  ] as const)('%s is answered %i', (kind, status, code, spine, display) => {
    expect(
      fhirError({ kind, diagnostics: 'd', text: 't', expression: 'e' })
    ).toEqual({
      status,
      body: {
        resourceType: 'OperationOutcome',
        meta: {
          profile: [
            'https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-OperationOutcome-1'
          ]
        },
        issue: [
          {
            severity: 'error',
            code,
            details: {
              coding: [
                {
                  system:
                    'https://fhir.nhs.uk/STU3/CodeSystem/Spine-ErrorOrWarningCode-1',
                  code: spine,
                  display
                }
              ],
              text: 't'
            },
            diagnostics: 'd',
            expression: ['e']
          }
        ]
      }
    })
  })

  it('has no empty elements', () => {
    const { body } = fhirError({ kind: 'BAD_REQUEST' })
    expect(Object.keys(body.issue[0] ?? {})).toEqual([
      'severity',
      'code',
      'details'
    ])
  })
})

describe('Denials (Rulings R6 and R24)', () => {
  it.each([
    'PATIENT_UNKNOWN',
    'OTHER_PRACTICE',
    'PATIENT_SENSITIVE',
    'PATIENT_INACTIVE',
    'PATIENT_DECEASED',
    'ONLINE_ACCESS_NEVER_ENABLED'
  ] as const)('%s cannot be told from an unknown patient', (reason) => {
    expect(denialError(reason)).toEqual(denialError('PATIENT_UNKNOWN'))
    expect(denialError(reason).status).toBe(404)
  })

  it.each([
    'NOT_COVERED_BY_TOKEN',
    'ONLINE_ACCESS_DISABLED',
    'COMPETENCE_NOT_ASSESSED',
    'COMPETENCE_DECLINED'
  ] as const)('%s is refused', (reason) => {
    expect(denialError(reason).status).toBe(403)
  })

  it.each(DENIAL_REASONS)('%s is not in the answer', (reason) => {
    expect(JSON.stringify(denialError(reason))).not.toContain(`"${reason}"`)
  })
})
