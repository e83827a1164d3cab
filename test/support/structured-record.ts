import { randomUUID } from 'node:crypto'
import type { Bundle, OperationOutcome } from 'fhir/r3.js'

const PATH =
  '/gp-connect/patient-facing/access-record-fhir/FHIR/STU3/Patient/$gpc.getstructuredrecord'

export interface RestAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** Both areas whole: ended allergies and every issue with them. */
const EVERYTHING = [
  {
    name: 'includeAllergies',
    part: [{ name: 'includeResolvedAllergies', valueBoolean: true }]
  },
  { name: 'includeMedication' }
]

/** A `$gpc.getstructuredrecord` request as the national gateway sends it. */
export const askStructuredRecord = async (
  url: string,
  asked: {
    token?: string
    nhsNumber: string
    parameters?: object[]
    requestId?: string
  }
): Promise<RestAnswer> => {
  const { token, nhsNumber, requestId = randomUUID() } = asked
  const identifier = {
    system: 'https://fhir.nhs.uk/Id/nhs-number',
    value: nhsNumber
  }
  const response = await fetch(`${url}${PATH}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/fhir+json',
      'x-request-id': requestId,
      ...(token ? { authorization: `Bearer ${token}` } : {})
    },
    body: JSON.stringify({
      resourceType: 'Parameters',
      parameter: [
        { name: 'patientNHSNumber', valueIdentifier: identifier },
        ...(asked.parameters ?? EVERYTHING)
      ]
    })
  })
  const { status, headers } = response
  return { status, headers, text: await response.text() }
}

export const bundleOf = ({ status, text }: RestAnswer): Bundle => {
  if (status !== 200) throw new Error(`Status ${status}: ${text}`)
  return JSON.parse(text)
}

export const outcomeOf = ({ text }: RestAnswer): OperationOutcome =>
  JSON.parse(text)
