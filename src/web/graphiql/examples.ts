import { PATIENT, type ExampleOperation } from './example-operation.ts'
import { STAFF_EXAMPLES } from './staff-examples.ts'

/** The operations GraphiQL opens with, one tab each. */
export const EXAMPLES: readonly ExampleOperation[] = [
  {
    name: 'Who am I',
    variables: {},
    query: `# Who am I?
# The viewer, and the patients whose record is theirs.
query WhoAmI {
  viewer {
    kind
    patients {
      nhsNumber
      name {
        text
      }
    }
  }
}
`
  },
  {
    name: 'My record',
    variables: PATIENT,
    query: `# My record
# A patient sees what their level allows, and what it
# withholds. Staff of the practice see everything.
query MyRecord($nhsNumber: NhsNumber!) {
  patient(nhsNumber: $nhsNumber) {
    record {
      allergies(first: 20) {
        nodes {
          id
          code {
            text
            coding {
              code
              display
            }
          }
          clinicalStatus
          assertedDate
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      medications(first: 20) {
        nodes {
          id
          medication {
            text
            coding {
              code
              display
            }
          }
          status
          prescriptionType
          dosageText
          issues {
            id
            authoredOn
          }
        }
      }
      withheld {
        area
        requiredLevel
      }
    }
  }
}
`
  },
  ...STAFF_EXAMPLES,
  {
    name: 'Export as FHIR',
    variables: PATIENT,
    query: `# Export as FHIR
# The GP Connect Bundle, with what the viewer may see.
query ExportAsFhir($nhsNumber: NhsNumber!) {
  patient(nhsNumber: $nhsNumber) {
    fhirStructuredRecord(
      includeAllergies: { includeResolvedAllergies: true }
      includeMedication: {}
    )
  }
}
`
  }
]
