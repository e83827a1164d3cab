import { rowsOf, sql, type Database } from '../../../database/sql.ts'
import type {
  Competence,
  PatientStanding
} from '../../../policy/online-access.ts'
import type { MasterState } from '../../../policy/record-access-switches.ts'
import { parseNhsNumber } from '../../../vocabulary/nhs-number.ts'
import { parseOdsCode } from '../../../vocabulary/ods-code.ts'
import {
  toPatientAccess,
  toPracticeAccess,
  type PatientSwitchColumns,
  type SwitchColumns
} from './switch-columns.ts'
import type { PatientFile, PatientRow } from './patient.row.ts'

interface PatientFileRow extends PatientRow {
  readonly odsCode: string
  readonly practiceName: string
  readonly signalHiddenItems: boolean
  readonly branchSurgeryName: string | null
  readonly masterState: MasterState
  readonly competence: Competence
  readonly practiceOrdering: boolean
  readonly patientOrdering: boolean
  readonly practiceAccess: SwitchColumns & { version: number }
  readonly patientAccess: PatientSwitchColumns & { version: number }
}

const SWITCH_OBJECT = `
  'summaryEnabled', %.summary_enabled, 'summaryChangedOn', %.summary_changed_on,
  'detailedCodedEnabled', %.detailed_coded_enabled,
  'detailedCodedChangedOn', %.detailed_coded_changed_on,
  'documentEnabled', %.document_enabled, 'documentChangedOn', %.document_changed_on,
  'fullRecordEnabled', %.full_record_enabled, 'fullRecordStart', %.full_record_start,
  'fullRecordChangedOn', %.full_record_changed_on, 'version', %.version`

const switchObject = (alias: string): string =>
  SWITCH_OBJECT.replaceAll('%', alias)

const PATIENT_FILE = sql.raw(`
  select p.id, p.practice_id as "practiceId", p.nhs_number as "nhsNumber",
    p.prefix, p.given, p.family, p.gender, p.birth_date as "birthDate",
    p.address, p.telecom, p.active, p.deceased, p.sensitive,
    p.dissent_from_sharing as "dissentFromSharing",
    p.registered_from as "registeredFrom", p.registered_to as "registeredTo",
    p.registration_type as "registrationType",
    p.transfer_pending as "transferPending", p.usual_gp_id as "usualGpId",
    p.branch_surgery_id as "branchSurgeryId", p.version,
    o.ods_code as "odsCode", o.name as "practiceName",
    a.signal_hidden_items as "signalHiddenItems",
    l.name as "branchSurgeryName",
    b.master_state as "masterState", b.competence,
    a.prescription_ordering as "practiceOrdering",
    b.prescription_ordering as "patientOrdering",
    json_build_object(${switchObject('a')}) as "practiceAccess",
    json_build_object(${switchObject('b')},
      'prospectiveEnabled', b.prospective_enabled,
      'prospectiveStart', b.prospective_start,
      'prospectiveChangedOn', b.prospective_changed_on) as "patientAccess"
  from patient p
  join practice o on o.id = p.practice_id
  join practice_record_access a on a.practice_id = p.practice_id
  join patient_record_access b
    on b.practice_id = p.practice_id and b.patient_id = p.id
  left join location l
    on l.practice_id = p.practice_id and l.id = p.branch_surgery_id`)

const toStanding = (row: PatientFileRow): PatientStanding => {
  const nhsNumber = parseNhsNumber(row.nhsNumber)
  const odsCode = parseOdsCode(row.odsCode)
  if (!nhsNumber.ok || !odsCode.ok) {
    throw new Error('A stored NHS number or ODS code is not valid')
  }
  return {
    nhsNumber: nhsNumber.value,
    odsCode: odsCode.value,
    active: row.active,
    deceased: row.deceased !== null,
    sensitive: row.sensitive,
    birthDate: row.birthDate,
    masterState: row.masterState,
    competence: row.competence
  }
}

const toPatientFile = (row: PatientFileRow): PatientFile => {
  const {
    odsCode,
    practiceName,
    signalHiddenItems,
    branchSurgeryName,
    masterState: _masterState,
    competence: _competence,
    practiceOrdering,
    patientOrdering,
    practiceAccess,
    patientAccess,
    ...patient
  } = row
  const { practiceId, branchSurgeryId } = patient
  return {
    patient,
    practice: {
      id: practiceId,
      odsCode,
      name: practiceName,
      signalHiddenItems
    },
    branchSurgery:
      branchSurgeryId === null || branchSurgeryName === null
        ? null
        : { id: branchSurgeryId, name: branchSurgeryName },
    standing: toStanding(row),
    practiceAccess: toPracticeAccess(practiceAccess),
    patientAccess: toPatientAccess(patientAccess),
    ordering: { practice: practiceOrdering, patient: patientOrdering },
    practiceAccessVersion: practiceAccess.version,
    patientAccessVersion: patientAccess.version
  }
}

/** Where to look: at one practice, or wherever the patient is registered. */
export interface PatientLookup {
  readonly nhsNumber: string
  readonly odsCode: string | null
}

/**
 * The files asked for, in one statement; undefined where there is none. With
 * no practice given, the one where the patient is active comes first.
 */
export const loadPatientFiles = async (
  db: Database,
  lookups: readonly PatientLookup[]
): Promise<(PatientFile | undefined)[]> => {
  const numbers = lookups.map(({ nhsNumber }) => nhsNumber)
  const rows = await rowsOf(
    db,
    sql<PatientFileRow>`${PATIENT_FILE}
      where p.nhs_number = any(${numbers}::text[])
      order by p.active desc, p.updated_at desc, p.id`
  )
  return lookups.map(({ nhsNumber, odsCode }) => {
    const row = rows.find(
      (found) =>
        found.nhsNumber === nhsNumber &&
        (odsCode === null || found.odsCode === odsCode)
    )
    return row && toPatientFile(row)
  })
}
