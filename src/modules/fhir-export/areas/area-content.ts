import type { List, Resource } from 'fhir/r3.js'
import type { EntryFacts } from '../../../policy/record-access.ts'
import { missingCandidates } from '../../../policy/export-access.ts'
import { listWarnings } from '../../../policy/list-warnings.ts'
import { referenceTo } from '../../record/fhir/reference.fhir.ts'
import { toPrimaryList, type ListOptions } from '../list.ts'
import type { StructuredRecordSource } from '../structured-record-source.ts'

/** What one area puts into the Bundle. */
export interface AreaContent {
  readonly lists: readonly List[]
  /** Entries and what belongs to them; no two have the same type and id. */
  readonly resources: readonly Resource[]
}

/** One List of an area, with the warnings of Ruling R18. */
export const toAreaList = (
  source: StructuredRecordSource,
  content: Pick<ListOptions, 'kind' | 'items' | 'contained'> & {
    /** What this very List could have held. */
    candidates: readonly EntryFacts[]
  }
): List => {
  const { patient, permissions, signalHiddenItems } = source
  return toPrimaryList({
    ...content,
    subject: referenceTo('Patient', patient.id),
    warnings: listWarnings({
      permissions,
      candidates: missingCandidates(permissions, content.candidates),
      transferPending: patient.transferPending,
      signalHiddenItems
    }),
    registeredFrom: patient.registeredFrom
  })
}
