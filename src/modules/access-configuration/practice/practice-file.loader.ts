import { rowsOf, sql, type Database } from '../../../database/sql.ts'
import type { DefaultAccess } from '../../../policy/default-access.ts'
import type { PracticeRecordAccess } from '../../../policy/record-access-switches.ts'
import {
  toPracticeAccess,
  type SwitchColumns
} from '../../record/patient/switch-columns.ts'
import {
  NO_DEFAULT_ACCESS,
  toDefaultAccess,
  type DefaultAccessColumns
} from './default-access-columns.ts'

/** A practice with its configuration, read at once. */
export interface PracticeFile {
  readonly id: string
  readonly odsCode: string
  readonly name: string
  readonly access: PracticeRecordAccess
  readonly prescriptionOrdering: boolean
  readonly signalHiddenItems: boolean
  readonly defaultAccess: DefaultAccess
  readonly atRiskDefaultAccess: DefaultAccess
  readonly accessVersion: number
}

interface PracticeFileRow extends SwitchColumns {
  readonly id: string
  readonly odsCode: string
  readonly name: string
  readonly version: number
  readonly prescriptionOrdering: boolean
  readonly signalHiddenItems: boolean
  readonly defaults: DefaultAccessColumns | null
  readonly atRiskDefaults: DefaultAccessColumns | null
}

/** One row of a practice's defaults as an object. */
const defaultsOf = (atRisk: boolean) => sql`(
  select json_build_object(
    'summaryEnabled', d.summary_enabled,
    'detailedCodedEnabled', d.detailed_coded_enabled,
    'documentEnabled', d.document_enabled,
    'fullRecordEnabled', d.full_record_enabled,
    'fullRecordStart', d.full_record_start,
    'prospectiveEnabled', d.prospective_enabled,
    'prospectiveStart', d.prospective_start,
    'prescriptionOrdering', d.prescription_ordering)
  from practice_default_access d
  where d.practice_id = o.id and d.at_risk = ${atRisk})`

const toPracticeFile = (row: PracticeFileRow): PracticeFile => ({
  id: row.id,
  odsCode: row.odsCode,
  name: row.name,
  access: toPracticeAccess(row),
  prescriptionOrdering: row.prescriptionOrdering,
  signalHiddenItems: row.signalHiddenItems,
  defaultAccess: row.defaults
    ? toDefaultAccess(row.defaults)
    : NO_DEFAULT_ACCESS,
  atRiskDefaultAccess: row.atRiskDefaults
    ? toDefaultAccess(row.atRiskDefaults)
    : NO_DEFAULT_ACCESS,
  accessVersion: row.version
})

export const findPracticeFile = async (
  db: Database,
  odsCode: string
): Promise<PracticeFile | undefined> => {
  const [row] = await rowsOf(
    db,
    sql<PracticeFileRow>`
      select o.id, o.ods_code as "odsCode", o.name, a.version,
        a.summary_enabled as "summaryEnabled",
        a.summary_changed_on as "summaryChangedOn",
        a.detailed_coded_enabled as "detailedCodedEnabled",
        a.detailed_coded_changed_on as "detailedCodedChangedOn",
        a.document_enabled as "documentEnabled",
        a.document_changed_on as "documentChangedOn",
        a.full_record_enabled as "fullRecordEnabled",
        a.full_record_start as "fullRecordStart",
        a.full_record_changed_on as "fullRecordChangedOn",
        a.prescription_ordering as "prescriptionOrdering",
        a.signal_hidden_items as "signalHiddenItems",
        ${defaultsOf(false)} as defaults, ${defaultsOf(true)} as "atRiskDefaults"
      from practice o
      join practice_record_access a on a.practice_id = o.id
      where o.ods_code = ${odsCode}`
  )
  return row && toPracticeFile(row)
}
