import type {
  CodeableConcept as FhirConcept,
  Immunization,
  ImmunizationPractitioner,
  ImmunizationVaccinationProtocol
} from 'fhir/r3.js'
import type { Visible } from '../../../policy/record-access.ts'
import {
  careConnectExtension,
  NULL_FLAVOR
} from '../../../vocabulary/fhir-system.ts'
import { noteOf } from '../fhir/annotation.fhir.ts'
import {
  codedConcept,
  toCodeableConcept,
  toQuantity
} from '../fhir/concept.fhir.ts'
import { extension } from '../fhir/extension.fhir.ts'
import { clinicalMeta } from '../fhir/meta.fhir.ts'
import { referenceTo } from '../fhir/reference.fhir.ts'
import type {
  ImmunisationProtocol,
  ImmunisationRow
} from './immunisation.row.ts'

type Row = Visible<ImmunisationRow>

const UNKNOWN = codedConcept(NULL_FLAVOR, 'UNK', 'unknown')

/** The one dose status of the profile. */
const COUNTED = codedConcept(
  'http://hl7.org/fhir/vaccination-protocol-dose-status',
  'count',
  'Counts'
)

const ROLE_SYSTEM = 'http://hl7.org/fhir/v2/0443'
const ADMINISTERING = codedConcept(ROLE_SYSTEM, 'AP', 'Administering Provider')
const ENTERING = codedConcept(ROLE_SYSTEM, 'EP', 'Entering Provider')

/** Digest section 4.5: a vaccine without a code has NullFlavor UNK. */
const vaccineOf = ({ vaccineCode }: Row): FhirConcept => ({
  ...UNKNOWN,
  ...(vaccineCode ? toCodeableConcept(vaccineCode) : {})
})

const extensionsOf = ({ recordedOn, procedureCode, parentPresent }: Row) => [
  ...(parentPresent === null
    ? []
    : [
        extension(careConnectExtension('ParentPresent'), {
          valueBoolean: parentPresent
        })
      ]),
  extension(careConnectExtension('DateRecorded'), {
    valueDateTime: recordedOn
  }),
  extension(careConnectExtension('VaccinationProcedure'), {
    valueCodeableConcept: toCodeableConcept(procedureCode)
  })
]

const inRole = (
  role: FhirConcept,
  id: string | null
): ImmunizationPractitioner[] =>
  id === null ? [] : [{ role, actor: referenceTo('Practitioner', id) }]

const practitionersOf = ({ administeredById, recorderId }: Row) => {
  const practitioner = [
    ...inRole(ADMINISTERING, administeredById),
    ...inRole(ENTERING, recorderId)
  ]
  return practitioner.length === 0 ? {} : { practitioner }
}

/** Invariants imm-1, imm-2: reasons for what was done, or for what was not. */
const explanationOf = ({ notGiven, reasons, reasonsNotGiven }: Row) => {
  const concepts = (notGiven ? reasonsNotGiven : reasons).map(toCodeableConcept)
  if (concepts.length === 0) return {}
  return {
    explanation: notGiven ? { reasonNotGiven: concepts } : { reason: concepts }
  }
}

/** A disease known in words alone leaves none below full (Ruling R20). */
const toProtocol = (
  protocol: ImmunisationProtocol
): ImmunizationVaccinationProtocol => {
  const { doseSequence, seriesDoses, description, targetDiseases } = protocol
  return {
    doseSequence,
    ...(description === null ? {} : { description }),
    ...(seriesDoses === null ? {} : { seriesDoses }),
    targetDisease:
      targetDiseases.length === 0
        ? [UNKNOWN]
        : targetDiseases.map(toCodeableConcept),
    doseStatus: COUNTED
  }
}

const protocolsOf = ({ protocols }: Row) =>
  protocols.length === 0
    ? {}
    : { vaccinationProtocol: protocols.map(toProtocol) }

const administrationOf = (row: Row) => ({
  ...(row.givenOn === null ? {} : { date: row.givenOn }),
  primarySource: row.primarySource,
  ...(row.locationId === null
    ? {}
    : { location: referenceTo('Location', row.locationId) }),
  ...(row.site === null ? {} : { site: toCodeableConcept(row.site) }),
  ...(row.route === null ? {} : { route: toCodeableConcept(row.route) }),
  ...(row.doseQuantity === null
    ? {}
    : { doseQuantity: toQuantity(row.doseQuantity) })
})

const batchOf = ({ manufacturer, lotNumber, expiresOn }: Row) => ({
  ...(manufacturer === null ? {} : { manufacturer: { display: manufacturer } }),
  ...(lotNumber === null ? {} : { lotNumber }),
  ...(expiresOn === null ? {} : { expirationDate: expiresOn })
})

/**
 * CareConnect-GPC-Immunization-1 (Access Record digest section 4.5). The row
 * comes from the policy, text already withheld by rung (Ruling R20).
 */
export const toImmunization = (row: Row): Immunization => ({
  resourceType: 'Immunization',
  id: row.id,
  meta: clinicalMeta('Immunization', row.hiddenBy),
  extension: extensionsOf(row),
  identifier: row.identifiers.map(({ system, value }) => ({ system, value })),
  status: 'completed',
  notGiven: row.notGiven,
  vaccineCode: vaccineOf(row),
  patient: referenceTo('Patient', row.patientId),
  ...administrationOf(row),
  ...batchOf(row),
  ...practitionersOf(row),
  ...noteOf(row.note),
  ...explanationOf(row),
  ...protocolsOf(row)
})
