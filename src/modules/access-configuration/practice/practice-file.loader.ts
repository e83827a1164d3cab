import { rowsOf, sql, type Database } from '../../../database/sql.ts'
import type { PracticeRecordAccess } from '../../../policy/record-access-switches.ts'
import {
  toPracticeAccess,
  type SwitchColumns
} from '../../record/patient/switch-columns.ts'

/** A practice with its configuration, read at once. */
export interface PracticeFile {
  readonly id: string
  readonly odsCode: string
  readonly name: string
  readonly access: PracticeRecordAccess
  readonly accessVersion: number
}

interface PracticeFileRow extends SwitchColumns {
  readonly id: string
  readonly odsCode: string
  readonly name: string
  readonly version: number
}

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
        a.full_record_changed_on as "fullRecordChangedOn"
      from practice o
      join practice_record_access a on a.practice_id = o.id
      where o.ods_code = ${odsCode}`
  )
  return (
    row && {
      id: row.id,
      odsCode: row.odsCode,
      name: row.name,
      access: toPracticeAccess(row),
      accessVersion: row.version
    }
  )
}
