import type { ClinicalArea } from '../../vocabulary/clinical-area.ts'
import { toAllergyContent } from './areas/allergies.ts'
import type { AreaContent } from './areas/area-content.ts'
import { toMedicationContent } from './areas/medications.ts'
import type { StructuredRecordRequest } from './structured-record-request.ts'
import type { StructuredRecordSource } from './structured-record-source.ts'

interface AreaMapper {
  readonly area: ClinicalArea
  /** The area's part of a Bundle; null when it was not asked for. */
  toContent(
    source: StructuredRecordSource,
    request: StructuredRecordRequest
  ): AreaContent | null
}

/** The areas that can be exported, in their order in the Bundle. */
export const AREA_MAPPERS: readonly AreaMapper[] = [
  { area: 'ALLERGIES', toContent: toAllergyContent },
  { area: 'MEDICATIONS', toContent: toMedicationContent }
]

/** What is asked of any other area is answered as disabled (digest 3.3). */
export const EXPORTED_AREAS: readonly ClinicalArea[] = AREA_MAPPERS.map(
  ({ area }) => area
)
