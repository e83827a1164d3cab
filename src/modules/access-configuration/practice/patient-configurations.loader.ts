import { rowsOf, sql, type Database } from '../../../database/sql.ts'
import type {
  Competence,
  PatientStanding
} from '../../../policy/online-access.ts'
import type { PatientConfiguration } from '../../../policy/online-services.ts'
import type {
  MasterState,
  PatientRecordAccess
} from '../../../policy/record-access-switches.ts'
import { parseNhsNumber } from '../../../vocabulary/nhs-number.ts'
import { parseOdsCode } from '../../../vocabulary/ods-code.ts'
import type { LocalDate } from '../../../vocabulary/partial-date.ts'
import {
  toPatientAccess,
  type PatientSwitchColumns
} from '../../record/patient/switch-columns.ts'
import type { PracticeFile } from './practice-file.loader.ts'

/** A patient's side of the configuration; the practice's is its own file. */
export interface PatientSide {
  readonly patientId: string
  readonly access: PatientRecordAccess
  readonly ordering: boolean
  readonly standing: PatientStanding
}

interface PatientSideRow extends PatientSwitchColumns {
  readonly patientId: string
  readonly ordering: boolean
  readonly nhsNumber: string
  readonly sensitive: boolean
  readonly birthDate: LocalDate
  readonly masterState: MasterState
  readonly competence: Competence
}

const toPatientSide = (
  row: PatientSideRow,
  practice: PracticeFile
): PatientSide => {
  const nhsNumber = parseNhsNumber(row.nhsNumber)
  const odsCode = parseOdsCode(practice.odsCode)
  if (!nhsNumber.ok || !odsCode.ok) {
    throw new Error('A stored NHS number or ODS code is not valid')
  }
  const { patientId, ordering, sensitive } = row
  const { birthDate, masterState, competence } = row
  return {
    patientId,
    ordering,
    access: toPatientAccess(row),
    standing: {
      nhsNumber: nhsNumber.value,
      odsCode: odsCode.value,
      active: true,
      deceased: false,
      sensitive,
      birthDate,
      masterState,
      competence
    }
  }
}

/** Every patient now registered at the practice, in one statement. */
export const loadPatientSides = async (
  db: Database,
  practice: PracticeFile
): Promise<PatientSide[]> => {
  const rows = await rowsOf(
    db,
    sql<PatientSideRow>`
      select b.patient_id as "patientId", p.nhs_number as "nhsNumber",
        p.sensitive, p.birth_date as "birthDate",
        b.master_state as "masterState", b.competence,
        b.prescription_ordering as ordering,
        b.summary_enabled as "summaryEnabled",
        b.summary_changed_on as "summaryChangedOn",
        b.detailed_coded_enabled as "detailedCodedEnabled",
        b.detailed_coded_changed_on as "detailedCodedChangedOn",
        b.document_enabled as "documentEnabled",
        b.document_changed_on as "documentChangedOn",
        b.full_record_enabled as "fullRecordEnabled",
        b.full_record_start as "fullRecordStart",
        b.full_record_changed_on as "fullRecordChangedOn",
        b.prospective_enabled as "prospectiveEnabled",
        b.prospective_start as "prospectiveStart",
        b.prospective_changed_on as "prospectiveChangedOn"
      from patient_record_access b
      join patient p on p.practice_id = b.practice_id and p.id = b.patient_id
      where b.practice_id = ${practice.id} and p.active and p.deceased is null
      order by b.patient_id`
  )
  return rows.map((row) => toPatientSide(row, practice))
}

/** Both sides together, as the policy judges them. */
export const configurationOf = (
  practice: Pick<PracticeFile, 'access' | 'prescriptionOrdering'>,
  side: PatientSide
): PatientConfiguration => ({
  practiceAccess: practice.access,
  patientAccess: side.access,
  ordering: {
    practice: practice.prescriptionOrdering,
    patient: side.ordering
  },
  standing: side.standing
})
