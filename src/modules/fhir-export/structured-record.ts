import type { Bundle, Resource } from 'fhir/r3.js'
import { v5 as uuidv5 } from 'uuid'
import { gpConnectProfile } from '../../vocabulary/fhir-system.ts'
import { AREA_MAPPERS } from './area-mappers.ts'
import { notSupportedWarning } from './operation-outcome.ts'
import { toPeopleAndPlaces } from './people-and-places.ts'
import type { StructuredRecordRequest } from './structured-record-request.ts'
import type { StructuredRecordSource } from './structured-record-source.ts'

/** One OperationOutcome with an issue for each, or none (digest 1.3, 3.3). */
const warningsOf = (
  { patient }: StructuredRecordSource,
  { unrecognised, disabled }: StructuredRecordRequest
): Resource[] => {
  const warnings = [
    ...unrecognised.map((parameter) => ({
      parameter,
      text: `${parameter} is an unrecognised parameter`
    })),
    ...disabled.map((parameter) => ({
      parameter,
      text: `${parameter} has been disabled`
    }))
  ]
  if (warnings.length === 0) return []
  // An id made of what it says: the same request gives the same Bundle.
  const id = uuidv5(JSON.stringify(warnings), patient.id)
  return [notSupportedWarning(id, warnings)]
}

/**
 * GPConnect-StructuredRecord-Bundle-1 (Access Record digest section 4.1) of
 * what the policy let through. `bundleId` is the request's id. Pure: the same
 * source and request give the same Bundle but for that id. Throws when the
 * source lacks a person or place that an entry names.
 */
export const toStructuredRecord = (
  source: StructuredRecordSource,
  request: StructuredRecordRequest,
  bundleId: string
): Bundle => {
  const areas = AREA_MAPPERS.flatMap(
    ({ toContent }) => toContent(source, request) ?? []
  )
  const clinical = areas.flatMap(({ lists, resources }) => [
    ...lists,
    ...resources
  ])
  const resources = [
    ...toPeopleAndPlaces(source, clinical),
    ...clinical,
    ...warningsOf(source, request)
  ]
  return {
    resourceType: 'Bundle',
    id: bundleId,
    meta: { profile: [gpConnectProfile('StructuredRecord-Bundle')] },
    type: 'collection',
    entry: resources.map((resource) => ({ resource }))
  }
}
