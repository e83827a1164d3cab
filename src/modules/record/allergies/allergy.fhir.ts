import type {
  AllergyIntolerance,
  AllergyIntoleranceReaction,
  CodeableConcept as FhirConcept,
  Reference
} from 'fhir/r3.js'
import type { Visible } from '../../../policy/record-access.ts'
import { gpcExtension, SNOMED_CT } from '../../../vocabulary/fhir-system.ts'
import { NO_INFORMATION, noteOf } from '../fhir/annotation.fhir.ts'
import { codedConcept, toCodeableConcept } from '../fhir/concept.fhir.ts'
import { complexExtension, extension } from '../fhir/extension.fhir.ts'
import { clinicalMeta } from '../fhir/meta.fhir.ts'
import { referenceTo } from '../fhir/reference.fhir.ts'
import type { AllergyReaction, AllergyRow } from './allergy.row.ts'

/** What stands in for a manifestation when only a severity is recorded. */
const NO_MANIFESTATION = codedConcept(
  'http://hl7.org/fhir/v3/NullFlavor',
  'NI',
  'NoInformation'
)

/** Digest section 4.3: the codes of an allergy known in words alone. */
const IN_WORDS_ALONE = {
  medication: {
    system: SNOMED_CT,
    code: '196461000000101',
    display: 'Transfer-degraded drug allergy'
  },
  environment: {
    system: SNOMED_CT,
    code: '196471000000108',
    display: 'Transfer-degraded non-drug allergy'
  }
} as const

const codeOf = ({ code, categories }: Visible<AllergyRow>): FhirConcept =>
  code.coding.length > 0
    ? toCodeableConcept(code)
    : toCodeableConcept({
        ...code,
        coding: [IN_WORDS_ALONE[categories[0] ?? 'medication']]
      })

/** An end without a date cannot be said: both parts are mandatory. */
const endOf = ({ clinicalStatus, endDate, endReason }: Visible<AllergyRow>) =>
  clinicalStatus === 'resolved' && endDate !== null
    ? {
        extension: [
          complexExtension(gpcExtension('AllergyIntoleranceEnd'), [
            extension('endDate', { valueDateTime: endDate }),
            extension('reasonEnded', {
              valueString: endReason ?? NO_INFORMATION
            })
          ])
        ]
      }
    : {}

const toReaction = (reaction: AllergyReaction): AllergyIntoleranceReaction => {
  const { manifestation, description, severity, exposureRoute } = reaction
  return {
    manifestation:
      manifestation.length === 0
        ? [NO_MANIFESTATION]
        : manifestation.map(toCodeableConcept),
    ...(description === null ? {} : { description }),
    ...(severity === null ? {} : { severity }),
    ...(exposureRoute === null
      ? {}
      : { exposureRoute: toCodeableConcept(exposureRoute) })
  }
}

const asserterOf = (row: Visible<AllergyRow>): Reference | undefined => {
  if (row.assertedByPatient) return referenceTo('Patient', row.patientId)
  return row.asserterId === null
    ? undefined
    : referenceTo('Practitioner', row.asserterId)
}

const datesOf = ({ onset, lastOccurrence }: Visible<AllergyRow>) => ({
  ...(onset === null ? {} : { onsetDateTime: onset }),
  ...(lastOccurrence === null ? {} : { lastOccurrence })
})

/**
 * CareConnect-GPC-AllergyIntolerance-1 (Access Record digest section 4.3).
 * The row comes from the policy, text already withheld by rung (Ruling R20).
 */
export const toAllergyIntolerance = (
  row: Visible<AllergyRow>
): AllergyIntolerance => {
  const asserter = asserterOf(row)
  return {
    resourceType: 'AllergyIntolerance',
    id: row.id,
    meta: clinicalMeta('AllergyIntolerance', row.hiddenBy),
    ...endOf(row),
    identifier: row.identifiers.map(({ system, value }) => ({ system, value })),
    clinicalStatus: row.clinicalStatus,
    verificationStatus: 'unconfirmed',
    ...(row.type === null ? {} : { type: row.type }),
    category: [...row.categories],
    ...(row.criticality === null ? {} : { criticality: row.criticality }),
    code: codeOf(row),
    patient: referenceTo('Patient', row.patientId),
    ...datesOf(row),
    assertedDate: row.assertedDate,
    recorder: referenceTo('Practitioner', row.recorderId),
    ...(asserter ? { asserter } : {}),
    ...noteOf(row.note),
    ...(row.reaction === null ? {} : { reaction: [toReaction(row.reaction)] })
  }
}
