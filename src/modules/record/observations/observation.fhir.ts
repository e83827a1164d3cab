import type {
  Observation,
  ObservationComponent as FhirComponent
} from 'fhir/r3.js'
import type { Visible } from '../../../policy/record-access.ts'
import { toCodeableConcept } from '../fhir/concept.fhir.ts'
import { clinicalMeta } from '../fhir/meta.fhir.ts'
import { conceptAs, listAs, valueAs } from '../fhir/optional.fhir.ts'
import { toPartyReference } from '../fhir/party.fhir.ts'
import { referenceTo } from '../fhir/reference.fhir.ts'
import { rangesOf, valueOf } from './observation-value.fhir.ts'
import type { ObservationComponent, ObservationRow } from './observation.row.ts'

/** How it hangs together with others; all of them are shown too. */
export interface ObservationLinks {
  readonly members: readonly string[]
  readonly derivedFrom: string | null
  readonly specimenId: string | null
}

const NO_LINKS: ObservationLinks = {
  members: [],
  derivedFrom: null,
  specimenId: null
}

const toComponent = (component: ObservationComponent): FhirComponent => ({
  code: toCodeableConcept(component.code),
  ...valueOf(component.value),
  ...conceptAs('dataAbsentReason', component.dataAbsentReason),
  ...conceptAs('interpretation', component.interpretation),
  ...rangesOf(component.referenceRanges)
})

const effectiveOf = ({
  effective,
  effectiveUntil
}: Visible<ObservationRow>): Pick<
  Observation,
  'effectiveDateTime' | 'effectivePeriod'
> =>
  effectiveUntil === null
    ? valueAs('effectiveDateTime', effective)
    : {
        effectivePeriod: {
          ...valueAs('start', effective),
          end: effectiveUntil
        }
      }

const relatedTo = (type: 'has-member' | 'derived-from', id: string) => ({
  type,
  target: referenceTo('Observation', id)
})

const linksOf = ({ members, derivedFrom, specimenId }: ObservationLinks) => ({
  ...(specimenId === null
    ? {}
    : { specimen: referenceTo('Specimen', specimenId) }),
  ...listAs('related', [
    ...members.map((id) => relatedTo('has-member', id)),
    ...(derivedFrom === null ? [] : [relatedTo('derived-from', derivedFrom)])
  ])
})

const contentOf = (row: Visible<ObservationRow>) => ({
  ...valueOf(row.value),
  ...conceptAs('dataAbsentReason', row.dataAbsentReason),
  ...conceptAs('interpretation', row.interpretation),
  ...valueAs('comment', row.comment),
  ...conceptAs('bodySite', row.bodySite),
  ...conceptAs('method', row.method),
  ...rangesOf(row.referenceRanges),
  ...listAs('component', row.components.map(toComponent))
})

/**
 * CareConnect-GPC-Observation-1 of any kind (Access Record digest sections
 * 4.8, 4.9). The row comes from the policy, text already withheld by rung
 * (Ruling R20).
 */
export const toObservation = (
  row: Visible<ObservationRow>,
  links: ObservationLinks = NO_LINKS
): Observation => ({
  resourceType: 'Observation',
  id: row.id,
  meta: clinicalMeta('Observation', row.hiddenBy),
  identifier: row.identifiers.map(({ system, value }) => ({ system, value })),
  status: row.status,
  ...(row.category === null
    ? {}
    : { category: [toCodeableConcept(row.category)] }),
  code: toCodeableConcept(row.code),
  subject: referenceTo('Patient', row.patientId),
  ...effectiveOf(row),
  issued: row.issued,
  ...listAs('performer', row.performers.map(toPartyReference)),
  ...contentOf(row),
  ...linksOf(links)
})
