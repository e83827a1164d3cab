import type { Specimen } from 'fhir/r3.js'
import type { Visible } from '../../../policy/record-access.ts'
import { careConnectExtension } from '../../../vocabulary/fhir-system.ts'
import { noteOf } from '../fhir/annotation.fhir.ts'
import { toCodeableConcept, toQuantity } from '../fhir/concept.fhir.ts'
import { extension } from '../fhir/extension.fhir.ts'
import { clinicalMeta } from '../fhir/meta.fhir.ts'
import { conceptAs, listAs, valueAs } from '../fhir/optional.fhir.ts'
import { referenceTo } from '../fhir/reference.fhir.ts'
import type { SpecimenRow } from './investigation.row.ts'

type Row = Visible<SpecimenRow>

const collectedOf = ({ collectedOn, collectedUntil }: Row) =>
  collectedUntil === null
    ? valueAs('collectedDateTime', collectedOn)
    : {
        collectedPeriod: {
          ...valueAs('start', collectedOn),
          end: collectedUntil
        }
      }

const collectionOf = (row: Row): Pick<Specimen, 'collection'> => {
  const fasting =
    row.fastingStatus === null
      ? []
      : [
          extension(careConnectExtension('FastingStatus'), {
            valueCodeableConcept: toCodeableConcept(row.fastingStatus)
          })
        ]
  const collection = {
    ...listAs('extension', fasting),
    ...(row.collectorId === null
      ? {}
      : { collector: referenceTo('Practitioner', row.collectorId) }),
    ...collectedOf(row),
    ...valueAs('quantity', row.quantity && toQuantity(row.quantity)),
    ...conceptAs('bodySite', row.bodySite)
  }
  return Object.keys(collection).length === 0 ? {} : { collection }
}

/** CareConnect-GPC-Specimen-1 (Access Record digest section 4.8). */
export const toSpecimen = (row: Row): Specimen => ({
  resourceType: 'Specimen',
  id: row.id,
  meta: clinicalMeta('Specimen', row.hiddenBy),
  identifier: row.identifiers.map(({ system, value }) => ({ system, value })),
  ...valueAs('accessionIdentifier', row.accession && { ...row.accession }),
  ...valueAs('status', row.status),
  ...conceptAs('type', row.type),
  subject: referenceTo('Patient', row.patientId),
  ...valueAs('receivedTime', row.receivedOn),
  ...collectionOf(row),
  ...noteOf(row.note)
})
