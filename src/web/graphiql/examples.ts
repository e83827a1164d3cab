export interface ExampleOperation {
  name: string
  query: string
  variables: Readonly<Record<string, unknown>>
}

const PATIENT = { nhsNumber: '9991230017' }
const PRACTICE = { odsCode: 'A81001' }

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
  {
    name: 'Practice access',
    variables: PRACTICE,
    query: `# Practice access (staff)
# What the practice has switched on for its patients.
query PracticeAccess($odsCode: OdsCode!) {
  practice(odsCode: $odsCode) {
    name
    access {
      version
      switches {
        switch
        enabled
        startDate
        effective
      }
    }
  }
}
`
  },
  {
    name: 'Patient access',
    variables: PATIENT,
    query: `# Patient access (staff)
# One patient's switches: which take effect, and why
# the others do not.
query PatientAccess($nhsNumber: NhsNumber!) {
  patient(nhsNumber: $nhsNumber) {
    access {
      version
      masterState
      switches {
        switch
        enabled
        startDate
        effective
        ineffectiveBecause
      }
    }
  }
}
`
  },
  {
    name: "Raise a patient's level",
    variables: {
      ...PATIENT,
      input: {
        level: 'DETAILED_CODED',
        enabled: true,
        expectedVersion: 1,
        reviewConfirmed: true,
        reason: 'The patient asked to see their test results.'
      }
    },
    query: `# Raise a patient's level (staff)
# expectedVersion is the version PatientAccess shows. If
# somebody changed it meanwhile, the answer is CONFLICT.
mutation RaisePatientLevel(
  $nhsNumber: NhsNumber!
  $input: SetPatientRecordAccessInput!
) {
  setPatientRecordAccess(nhsNumber: $nhsNumber, input: $input) {
    access {
      version
      switches {
        switch
        enabled
        startDate
        effective
        ineffectiveBecause
      }
    }
    alsoDisabled
    userErrors {
      code
      message
      field
    }
  }
}
`
  },
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
