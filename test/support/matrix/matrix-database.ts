import { rowsOf, sql, type Database } from '../../../src/database/sql.ts'
import { nhsNumberCheckDigit } from '../../../src/vocabulary/nhs-number.ts'
import type {
  OraclePersonSwitches,
  OraclePracticeSwitches
} from '../oracle/rung-oracle.ts'
import {
  PLAIN_AREA_NAMES,
  PLAIN_AREAS,
  type PlainArea
} from './matrix-areas.ts'
import {
  COURSES,
  ISSUES,
  plainEntries,
  type TemplateEntry
} from './record-template.ts'
import { PATIENT_SETTINGS } from './switch-product.ts'

/** A patient whose switches are set one way, with ids of all entries. */
export interface MatrixPatient {
  readonly nhsNumber: string
  readonly switches: OraclePersonSwitches
  /** Label by id, FHIR's plan ids (`plan-of-…`) among them. */
  readonly labels: ReadonlyMap<string, string>
}

const NHS_NUMBERS = Array.from({ length: 200 }, (_, index) => {
  const firstNine = `99945${String(index).padStart(4, '0')}`
  const digit = nhsNumberCheckDigit(firstNine)
  return digit === undefined ? [] : [`${firstNine}${digit}`]
})
  .flat()
  .slice(0, PATIENT_SETTINGS.length)

const switchColumns = (switches: OraclePracticeSwitches) => ({
  summary_enabled: switches.SUMMARY.enabled,
  detailed_coded_enabled: switches.DETAILED_CODED.enabled,
  document_enabled: switches.DOCUMENT.enabled,
  full_record_enabled: switches.FULL_RECORD.enabled,
  full_record_start: switches.FULL_RECORD.startDate
})

/** Sets the practice's switches, as its staff would have. */
export const setPractice = async (
  db: Database,
  odsCode: string,
  switches: OraclePracticeSwitches
): Promise<void> => {
  const set = switchColumns(switches)
  await sql`update practice_record_access a set
      summary_enabled = ${set.summary_enabled},
      detailed_coded_enabled = ${set.detailed_coded_enabled},
      document_enabled = ${set.document_enabled},
      full_record_enabled = ${set.full_record_enabled},
      full_record_start = ${set.full_record_start}::date
    from practice p where p.id = a.practice_id and p.ods_code = ${odsCode}
  `.execute(db)
}

const addPatients = async (db: Database, odsCode: string): Promise<void> => {
  const rows = PATIENT_SETTINGS.map((switches, index) => ({
    nhs_number: NHS_NUMBERS[index],
    ...switchColumns(switches),
    prospective_enabled: switches.PROSPECTIVE.enabled,
    prospective_start: switches.PROSPECTIVE.startDate
  }))
  await sql`
    with asked as (
      select a.*, gen_random_uuid() as id, p.id as practice_id
      from practice p, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as a(nhs_number text, summary_enabled boolean,
          detailed_coded_enabled boolean, document_enabled boolean,
          full_record_enabled boolean, full_record_start date,
          prospective_enabled boolean, prospective_start date)
      where p.ods_code = ${odsCode}
    ), added as (
      insert into patient (practice_id, id, nhs_number, family, birth_date,
        updated_at)
      select practice_id, id, nhs_number, 'Matrix', '1970-01-01', now()
      from asked returning id
    )
    insert into patient_record_access (practice_id, patient_id, master_state,
      summary_enabled, detailed_coded_enabled, document_enabled,
      full_record_enabled, full_record_start, prospective_enabled,
      prospective_start, updated_at)
    select practice_id, id, 'ENABLED', summary_enabled,
      detailed_coded_enabled, document_enabled, full_record_enabled,
      full_record_start, prospective_enabled, prospective_start, now()
    from asked where id in (select id from added)`.execute(db)
}

/** Columns of any entry, from the template, for every matrix patient. */
const templateOf = (entries: readonly TemplateEntry[]) => sql`
  patient p cross join jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
    as t(label text, "clinicalDate" date, "recordedDate" date, marks jsonb,
      course text)
  cross join lateral (
    select r.id as recorder_id from practitioner r
    where r.practice_id = p.practice_id order by r.id limit 1
  ) r
  where p.nhs_number = any(${NHS_NUMBERS}::text[])`

const ENTRY_COLUMNS = sql.raw(`practice_id, patient_id, id, clinical_date,
  clinical_until, recorded_date, identifiers, source_key, source_hash,
  restricted, staff_confidential, entered_in_error, created_at`)

const ENTRY_VALUES = sql.raw(`p.practice_id, p.id, gen_random_uuid(),
  t."clinicalDate", t."clinicalDate", t."recordedDate",
  jsonb_build_array(jsonb_build_object('system', 'https://matrix.example',
    'value', p.nhs_number || t.label)),
  t.label, '', t.marks ? 'RESTRICTED', t.marks ? 'STAFF_CONFIDENTIAL',
  t.marks ? 'ENTERED_IN_ERROR', now()`)

const NOTE = sql.raw(`'note of ' || t.label`)

const CONCEPT = sql.raw(`'{"coding": [{"system": "http://snomed.info/sct",
  "code": "322236009", "display": "Something"}], "text": null}'::jsonb`)

const addPlainEntries = async (
  db: Database,
  area: PlainArea
): Promise<void> => {
  const { table, note, columns } = PLAIN_AREAS[area]
  const names = sql.raw([note, ...Object.keys(columns)].join(', '))
  const values = sql.raw(Object.values(columns).join(', '))
  await sql`insert into ${sql.table(table)} (${ENTRY_COLUMNS}, ${names})
    select ${ENTRY_VALUES}, ${NOTE}, ${values}
    from ${templateOf(plainEntries(area))}`.execute(db)
}

const addCourses = async (db: Database): Promise<void> => {
  await sql`insert into medication_course (${ENTRY_COLUMNS}, note, recorder_id, plan_id,
      plan_identifiers, medication, prescription_type, prescribing_agency,
      status, plan_status, effective_start, plan_authored_on, validity_start)
    select ${ENTRY_VALUES}, ${NOTE}, r.recorder_id, gen_random_uuid(),
      jsonb_build_array(jsonb_build_object('system', 'https://matrix.example',
        'value', 'plan' || p.nhs_number || t.label)),
      ${CONCEPT}, 'acute', 'prescribed-at-gp-practice', 'active', 'active',
      '2026-11-20', '2026-11-20', '2026-11-20'
    from ${templateOf(COURSES)}`.execute(db)
  await sql`insert into medication_issue (${ENTRY_COLUMNS}, note, recorder_id, course_id, status,
      authored_on, validity_start)
    select ${ENTRY_VALUES}, ${NOTE}, r.recorder_id, (select c.id from medication_course c
      where c.practice_id = p.practice_id and c.patient_id = p.id
        and c.source_key = t.course), 'active', '2026-11-20', '2026-11-20'
    from ${templateOf(ISSUES)}`.execute(db)
}

interface LabelRow {
  readonly nhsNumber: string
  readonly id: string
  readonly label: string
}

/** One patient for each way to set a patient's switches, the same record. */
export const addMatrixPatients = async (
  db: Database,
  odsCode: string
): Promise<MatrixPatient[]> => {
  await addPatients(db, odsCode)
  for (const area of PLAIN_AREA_NAMES) await addPlainEntries(db, area)
  await addCourses(db)
  const plainLabels = PLAIN_AREA_NAMES.map(
    (area) =>
      sql`select patient_id, id, source_key from ${sql.table(PLAIN_AREAS[area].table)}`
  )
  const rows = await rowsOf(
    db,
    sql<LabelRow>`
      select p.nhs_number as "nhsNumber", e.id, e.label from patient p join (
        select patient_id, id, source_key as label from medication_course
        union all ${sql.join(plainLabels, sql` union all `)} union all
        select patient_id, plan_id, 'plan-of-' || source_key
        from medication_course union all
        select patient_id, id, source_key from medication_issue
      ) e on e.patient_id = p.id
      where p.nhs_number = any(${NHS_NUMBERS}::text[])`
  )
  const byPatient = Map.groupBy(rows, ({ nhsNumber }) => nhsNumber)
  return PATIENT_SETTINGS.map((switches, index) => {
    const nhsNumber = NHS_NUMBERS[index] ?? ''
    const own = byPatient.get(nhsNumber) ?? []
    const labels = new Map(own.map(({ id, label }) => [id, label]))
    return { nhsNumber, switches, labels }
  })
}
