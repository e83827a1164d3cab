import {
  PATIENT,
  PRACTICE,
  type ExampleOperation
} from './example-operation.ts'

/** What staff see and set of access, one tab each. */
export const STAFF_EXAMPLES: readonly ExampleOperation[] = [
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
    name: 'Preview a practice switch',
    variables: {
      ...PRACTICE,
      input: { level: 'FULL_RECORD', enabled: false, expectedVersion: 1 }
    },
    query: `# Preview a practice switch (staff)
# How many patients would see less; nothing is stored.
mutation PreviewPracticeSwitch(
  $odsCode: OdsCode!
  $input: SetPracticeRecordAccessInput!
) {
  setPracticeRecordAccess(odsCode: $odsCode, input: $input, dryRun: true) {
    preview {
      changes
      recordAccess {
        from
        to
        patients
      }
      patientsRising
      entriesRising
    }
    notices
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
    name: 'Who changed what',
    variables: PATIENT,
    query: `# Who changed what (staff)
# Each change of a patient's access, newest first, with
# what it was before; refused ones too.
query WhoChangedWhat($nhsNumber: NhsNumber!) {
  patient(nhsNumber: $nhsNumber) {
    accessHistory(first: 20) {
      nodes {
        at
        by {
          userId
          name
        }
        action
        outcome
        settings {
          setting
          before {
            enabled
            startDate
            text
          }
          after {
            enabled
            startDate
            text
          }
        }
        reason
        errors
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
`
  }
]
