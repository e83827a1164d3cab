/** Synthetic resources as a supplier of GP Connect STU3 would send them. */
export type Resource = Readonly<Record<string, unknown>>

const STU3 = 'https://fhir.nhs.uk/STU3'
const SNOMED = 'http://snomed.info/sct'
export const SUPPLIER = 'https://supplier.example/Id/entry'
export const NHS_NUMBER = '9991230017'

export const extension = (name: string, rest: Resource): Resource => ({
  url: `${STU3}/StructureDefinition/Extension-CareConnect-GPC-${name}-1`,
  ...rest
})

const coded = (system: string, code: string, display: string): Resource => ({
  coding: [{ system, code, display }]
})

const gpcCode = (name: string, code: string): Resource =>
  extension(name, {
    valueCodeableConcept: coded(
      `${STU3}/CodeSystem/CareConnect-${name}-1`,
      code,
      code
    )
  })

const OF_PATIENT = { reference: 'Patient/pat' }
const BY_GP = { reference: 'Practitioner/gp' }

export const anOrganization = (rest: Resource = {}): Resource => ({
  resourceType: 'Organization',
  id: 'org',
  identifier: [
    { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'A81001' }
  ],
  name: 'Elm Tree Surgery',
  telecom: [{ system: 'phone', value: '01632 960000', use: 'work' }],
  ...rest
})

export const aPractitioner = (rest: Resource = {}): Resource => ({
  resourceType: 'Practitioner',
  id: 'gp',
  identifier: [{ system: 'https://fhir.nhs.uk/Id/sds-user-id', value: 'G1' }],
  name: [{ use: 'official', family: 'Ash', given: ['Rowan'], prefix: ['Dr'] }],
  gender: 'female',
  ...rest
})

export const aPatient = (rest: Resource = {}): Resource => ({
  resourceType: 'Patient',
  id: 'pat',
  identifier: [
    {
      system: 'https://fhir.nhs.uk/Id/nhs-number',
      value: NHS_NUMBER,
      extension: [gpcCode('NHSNumberVerificationStatus', '01')]
    }
  ],
  active: true,
  name: [{ use: 'official', family: 'Example', given: ['Ada'] }],
  gender: 'female',
  birthDate: '1952-05-31',
  generalPractitioner: [BY_GP],
  managingOrganization: { reference: 'Organization/org' },
  ...rest
})

const identified = (id: string) => ({
  id,
  identifier: [{ system: SUPPLIER, value: id }]
})

export const anAllergy = (id: string, rest: Resource = {}): Resource => ({
  resourceType: 'AllergyIntolerance',
  ...identified(id),
  clinicalStatus: 'active',
  verificationStatus: 'unconfirmed',
  category: ['medication'],
  code: coded(SNOMED, '91936005', 'Allergy to penicillin'),
  patient: OF_PATIENT,
  assertedDate: '2010-06-09T10:15:00+01:00',
  recorder: BY_GP,
  ...rest
})

export const aMedication = (rest: Resource = {}): Resource => ({
  resourceType: 'Medication',
  id: 'med',
  code: coded(SNOMED, '322236009', 'Paracetamol 500mg tablets'),
  ...rest
})

export const aStatement = (id: string, rest: Resource = {}): Resource => ({
  resourceType: 'MedicationStatement',
  ...identified(id),
  extension: [gpcCode('PrescribingAgency', 'prescribed-at-gp-practice')],
  basedOn: [{ reference: `MedicationRequest/${id}-plan` }],
  status: 'active',
  medicationReference: { reference: 'Medication/med' },
  effectivePeriod: { start: '2024-01-10' },
  dateAsserted: '2024-01-11',
  subject: OF_PATIENT,
  taken: 'unk',
  dosage: [{ text: 'Take one tablet four times a day' }],
  ...rest
})

const aRequest = (id: string, rest: Resource): Resource => ({
  resourceType: 'MedicationRequest',
  ...identified(id),
  status: 'active',
  medicationReference: { reference: 'Medication/med' },
  subject: OF_PATIENT,
  authoredOn: '2024-01-12',
  recorder: BY_GP,
  dosageInstruction: [{ text: 'Take one tablet four times a day' }],
  dispenseRequest: {
    validityPeriod: { start: '2024-01-10', end: '2024-07-10' },
    quantity: { value: 56, unit: 'tablet' },
    expectedSupplyDuration: {
      value: 28,
      unit: 'day',
      system: 'http://unitsofmeasure.org',
      code: 'd'
    }
  },
  ...rest
})

/** The plan of the statement with this id. */
export const aPlan = (statement: string, rest: Resource = {}): Resource =>
  aRequest(`${statement}-plan`, {
    intent: 'plan',
    extension: [
      gpcCode('PrescriptionType', 'repeat'),
      extension('MedicationRepeatInformation', {
        extension: [
          { url: 'numberOfRepeatPrescriptionsAllowed', valueUnsignedInt: 6 },
          { url: 'numberOfRepeatPrescriptionsIssued', valueUnsignedInt: 1 }
        ]
      })
    ],
    ...rest
  })

/** An order on the plan of the statement with this id. */
export const anOrder = (
  statement: string,
  id: string,
  rest: Resource = {}
): Resource =>
  aRequest(id, {
    intent: 'order',
    status: 'completed',
    basedOn: [{ reference: `MedicationRequest/${statement}-plan` }],
    extension: [gpcCode('PrescriptionType', 'repeat')],
    ...rest
  })

export const NOPAT_LABEL = {
  security: [{ system: 'http://hl7.org/fhir/v3/ActCode', code: 'NOPAT' }]
}

export const aBundle = (
  resources: readonly Resource[],
  rest: Resource = {}
): Resource => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
  ...rest
})

/** A practice, its GP and its patient, with these entries. */
export const aRecord = (...entries: readonly Resource[]): Resource =>
  aBundle([anOrganization(), aPractitioner(), aPatient(), ...entries])
