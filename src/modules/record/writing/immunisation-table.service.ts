import type { ImmunisationContent } from '../entry-content.ts'
import { ImmunisationEntity } from '../immunisations/immunisation.entity.ts'
import { immunisationDates } from './entry-dates.ts'
import {
  KEPT_ON_UPDATE,
  type EntryTable,
  type EntryToSave
} from './entry-table.service.ts'
import { inBatches, UPSERT } from './clinical-tables.service.ts'

const toImmunisationRow = ({
  content,
  columns
}: EntryToSave<ImmunisationContent>) => ({
  ...content,
  ...columns,
  reasons: [...content.reasons],
  reasonsNotGiven: [...content.reasonsNotGiven],
  protocols: [...content.protocols]
})

export const IMMUNISATION_TABLE: EntryTable<ImmunisationContent> = {
  name: 'immunisation',
  kind: 'IMMUNISATION',
  dates: immunisationDates,
  ownPart: (content) => content,
  add: (em, rows) =>
    inBatches(rows.map(toImmunisationRow), (batch) =>
      em.insertMany(ImmunisationEntity, batch)
    ),
  replace: (em, rows) =>
    em.upsertMany(ImmunisationEntity, rows.map(toImmunisationRow), {
      ...UPSERT,
      onConflictExcludeFields: [...KEPT_ON_UPDATE]
    })
}
