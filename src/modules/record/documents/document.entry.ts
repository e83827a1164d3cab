import type { Visible } from '../../../policy/record-access.ts'
import type { OrganizationRow } from '../people/people.row.ts'
import type { DocumentRow } from './document.row.ts'

/** A document with the organisations it names. */
export interface DocumentEntry {
  readonly document: Visible<DocumentRow>
  readonly organizations: ReadonlyMap<string, OrganizationRow>
}

type Named = Pick<DocumentRow, 'authors' | 'custodianId'>

export const authorOrganizationIds = ({
  authors
}: Pick<Named, 'authors'>): string[] =>
  authors.flatMap(({ kind, id }) => (kind === 'ORGANIZATION' ? [id] : []))

export const organizationIdsOf = (document: Named): string[] => [
  ...authorOrganizationIds(document),
  ...(document.custodianId === null ? [] : [document.custodianId])
]
