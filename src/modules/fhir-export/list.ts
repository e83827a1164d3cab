import type { AllergyIntolerance, Extension, List, Reference } from 'fhir/r3.js'
import type { ListWarning } from '../../policy/list-warnings.ts'
import {
  gpcCodeSystem,
  gpcExtension,
  SNOMED_CT
} from '../../vocabulary/fhir-system.ts'
import { noteOf } from '../record/fhir/annotation.fhir.ts'
import { codedConcept } from '../record/fhir/concept.fhir.ts'
import { extension } from '../record/fhir/extension.fhir.ts'
import { clinicalMeta } from '../record/fhir/meta.fhir.ts'
import { listNote } from './list-note.ts'

/** Items and warnings as the policy left them: the List decides neither. */
export interface ListOptions {
  /** Title, SNOMED CT code and its display (digest section 4.2). */
  readonly kind: {
    readonly title: string
    readonly code: string
    readonly display: string
  }
  readonly subject: Reference
  readonly items: readonly Reference[]
  readonly contained?: readonly AllergyIntolerance[]
  readonly warnings: readonly ListWarning[]
  /** The day the patient registered, for the text of a warning. */
  readonly registeredFrom: string | null
}

const clinicalSetting = (): Extension =>
  extension(gpcExtension('ClinicalSetting'), {
    valueCodeableConcept: codedConcept(
      SNOMED_CT,
      '1060971000000108',
      'General practice service'
    )
  })

const contentOf = ({
  items
}: ListOptions): Pick<List, 'entry' | 'emptyReason'> =>
  items.length > 0
    ? { entry: items.map((item) => ({ item })) }
    : {
        emptyReason: codedConcept(
          gpcCodeSystem('CareConnect-ListEmptyReasonCode'),
          'no-content-recorded',
          'No Content Recorded'
        )
      }

/**
 * A primary List of an area: CareConnect-GPC-List-1 without an id (Access
 * Record digest sections 4.2 and 5). One note says all there is to say.
 */
export const toPrimaryList = (options: ListOptions): List => {
  const { kind, subject, contained = [], warnings, items } = options
  return {
    resourceType: 'List',
    meta: clinicalMeta('List'),
    ...(contained.length > 0 ? { contained: [...contained] } : {}),
    extension: [
      clinicalSetting(),
      ...warnings.map((valueCode) =>
        extension(gpcExtension('ListWarningCode'), { valueCode })
      )
    ],
    status: 'current',
    mode: 'snapshot',
    title: kind.title,
    code: codedConcept(SNOMED_CT, kind.code, kind.display),
    subject,
    ...contentOf(options),
    ...noteOf(
      listNote({
        warnings,
        isEmpty: items.length === 0,
        registeredFrom: options.registeredFrom
      })
    )
  }
}
