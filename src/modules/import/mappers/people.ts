import type { SourceElement } from '../bundle/source-element.ts'
import type { SourceResource } from '../bundle/source-resource.ts'

/** People and places of the Bundle, as ids of ours. */
export interface People {
  /** The practitioner, or that of a role; null and reported if neither. */
  practitionerIdOf(
    resource: SourceResource,
    reference: SourceElement
  ): string | null
  /** As above, but somebody in any case: an entry needs a recorder. */
  recorderIdOf(
    resource: SourceResource,
    reference: SourceElement
  ): Promise<string>
  locationIdOf(
    resource: SourceResource,
    reference: SourceElement
  ): string | null
}
