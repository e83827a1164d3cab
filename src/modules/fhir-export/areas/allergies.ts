import { areaPolicy } from '../../../policy/clinical-area-table.ts'
import { canExportEntry } from '../../../policy/export-access.ts'
import type { AllergyClinicalStatus } from '../../record/allergies/allergy.row.ts'
import { toAllergyIntolerance } from '../../record/allergies/allergy.fhir.ts'
import { referenceTo } from '../../record/fhir/reference.fhir.ts'
import type { StructuredRecordRequest } from '../structured-record-request.ts'
import type { StructuredRecordSource } from '../structured-record-source.ts'
import { toAreaList, type AreaContent } from './area-content.ts'

const ENDED_LIST = {
  title: 'Ended allergies',
  code: '1103671000000101',
  display: 'Ended allergies'
}

/**
 * Access Record digest sections 4.2 and 4.3: active allergies as entries of
 * the Bundle, ended ones only inside a List of their own.
 */
export const toAllergyContent = (
  source: StructuredRecordSource,
  { allergies: options }: StructuredRecordRequest
): AreaContent | null => {
  const { allergies } = source
  const { list: kind } = areaPolicy('ALLERGIES')
  if (!options || !allergies || !kind) return null
  const of = (status: AllergyClinicalStatus) => ({
    rows: allergies.entries.filter(
      ({ clinicalStatus, hiddenBy }) =>
        clinicalStatus === status && canExportEntry(hiddenBy).allowed
    ),
    candidates: allergies.candidates.filter(
      ({ clinicalStatus }) => clinicalStatus === status
    )
  })
  const active = of('active')
  const resources = active.rows.map(toAllergyIntolerance)
  const primary = toAreaList(source, {
    kind,
    candidates: active.candidates,
    items: active.rows.map(({ id }) => referenceTo('AllergyIntolerance', id))
  })
  if (!options.includeResolved) return { lists: [primary], resources }
  const { rows, candidates } = of('resolved')
  const ended = toAreaList(source, {
    kind: ENDED_LIST,
    candidates,
    contained: rows.map(toAllergyIntolerance),
    items: rows.map(({ id }) => ({ reference: `#${id}` }))
  })
  return { lists: [primary, ended], resources }
}
