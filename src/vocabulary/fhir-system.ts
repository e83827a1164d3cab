/** Every system, profile and extension address of the interfaces, once. */
export const SNOMED_CT = 'http://snomed.info/sct'
export const UCUM = 'http://unitsofmeasure.org'
export const NULL_FLAVOR = 'http://hl7.org/fhir/v3/NullFlavor'

export const NHS_NUMBER_SYSTEM = 'https://fhir.nhs.uk/Id/nhs-number'
export const ODS_CODE_SYSTEM = 'https://fhir.nhs.uk/Id/ods-organization-code'
export const ODS_SITE_CODE_SYSTEM = 'https://fhir.nhs.uk/Id/ods-site-code'
export const SDS_USER_ID_SYSTEM = 'https://fhir.nhs.uk/Id/sds-user-id'
export const SDS_ROLE_PROFILE_ID_SYSTEM =
  'https://fhir.nhs.uk/Id/sds-role-profile-id'

const STU3 = 'https://fhir.nhs.uk/STU3'
const CARE_CONNECT = 'https://fhir.hl7.org.uk/STU3'

export const gpcProfile = (resourceType: string): string =>
  `${STU3}/StructureDefinition/CareConnect-GPC-${resourceType}-1`
export const gpConnectProfile = (name: string): string =>
  `${STU3}/StructureDefinition/GPConnect-${name}-1`
export const gpcExtension = (name: string): string =>
  `${STU3}/StructureDefinition/Extension-CareConnect-GPC-${name}-1`
export const careConnectExtension = (name: string): string =>
  `${CARE_CONNECT}/StructureDefinition/Extension-CareConnect-${name}-1`
export const gpcCodeSystem = (name: string): string =>
  `${STU3}/CodeSystem/${name}-1`
export const careConnectCodeSystem = (name: string): string =>
  `${CARE_CONNECT}/CodeSystem/${name}-1`

export const SCT_DESCRIPTION_EXTENSION = `${CARE_CONNECT}/StructureDefinition/Extension-coding-sctdescid`
export const SPINE_ERROR_SYSTEM = gpcCodeSystem('Spine-ErrorOrWarningCode')
export const SDS_JOB_ROLE_SYSTEM = careConnectCodeSystem(
  'CareConnect-SDSJobRoleName'
)

/** Label of an entry that is restricted from the patient's view. */
export const NOPAT = {
  system: 'http://hl7.org/fhir/v3/ActCode',
  code: 'NOPAT'
} as const
