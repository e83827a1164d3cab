import { Migration } from '@mikro-orm/migrations'
import {
  ENTRY_KEYS,
  entryIndexes,
  RECORD_ENTRY
} from './2026-11-23-first-thread.ts'

/**
 * A key to a row of the same practice, checked when the work is committed: a
 * record's parts are written in whatever order they come.
 */
const key = (column: string, table: string): string =>
  `foreign key (practice_id, ${column}) references ${table} (practice_id, id)
      deferrable initially deferred`

/** The consultation an entry was recorded in (Ruling R16). */
const RECORDED_IN = `
    consultation_id uuid,
    ${key('consultation_id', 'consultation')}`

const CONSULTATIONS = `
  create table consultation (${RECORD_ENTRY},
    type jsonb not null,
    period_start text,
    period_end text,
    listed_on text,
    length_minutes integer,
    recorder_id uuid not null,
    performer_id uuid,
    participant_ids uuid[] not null default '{}',
    location_id uuid,
    location_text text,
    draft boolean not null default false,
    ${ENTRY_KEYS},
    ${key('recorder_id', 'practitioner')},
    ${key('performer_id', 'practitioner')},
    ${key('location_id', 'location')}
  );
  create table consultation_section (
    practice_id uuid not null,
    patient_id uuid not null,
    id uuid not null,
    consultation_id uuid not null,
    topic_id uuid,
    position integer not null,
    title text,
    problem_ids uuid[] not null default '{}',
    primary key (practice_id, id),
    ${key('consultation_id', 'consultation')},
    ${key('topic_id', 'consultation_section')}
  );
  create index consultation_section_of
    on consultation_section (practice_id, consultation_id);
  create table consultation_item (
    practice_id uuid not null,
    patient_id uuid not null,
    consultation_id uuid not null,
    section_id uuid not null,
    position integer not null,
    entry_kind text not null,
    entry_id uuid not null,
    primary key (practice_id, section_id, position),
    ${key('consultation_id', 'consultation')},
    ${key('section_id', 'consultation_section')}
  );
  create index consultation_item_of_patient
    on consultation_item (practice_id, patient_id);
  create index consultation_item_of
    on consultation_item (practice_id, consultation_id);`

const HELD_ALREADY = ['allergy', 'medication_course', 'medication_issue']
  .map(
    (table) => `
  alter table ${table} add column consultation_id uuid,
    add ${key('consultation_id', 'consultation')};`
  )
  .join('')

const IMMUNISATIONS = `
  create table immunisation (${RECORD_ENTRY},
    vaccine_code jsonb,
    procedure_code jsonb not null,
    not_given boolean not null default false,
    given_on text,
    recorded_on text not null,
    primary_source boolean not null default true,
    parent_present boolean,
    manufacturer text,
    lot_number text,
    expires_on text,
    site jsonb,
    route jsonb,
    dose_quantity jsonb,
    reasons jsonb not null default '[]',
    reasons_not_given jsonb not null default '[]',
    protocols jsonb not null default '[]',
    note text,
    administered_by_id uuid,
    recorder_id uuid,
    location_id uuid,
    ${RECORDED_IN},
    ${ENTRY_KEYS},
    ${key('administered_by_id', 'practitioner')},
    ${key('recorder_id', 'practitioner')},
    ${key('location_id', 'location')}
  );`

const PROBLEMS = `
  create table problem (${RECORD_ENTRY},
    code jsonb not null,
    clinical_status text not null check (clinical_status in ('active', 'inactive')),
    significance text not null check (significance in ('major', 'minor')),
    onset text,
    abatement text,
    asserted_date text not null,
    note text,
    asserter_id uuid not null,
    ${RECORDED_IN},
    ${ENTRY_KEYS},
    ${key('asserter_id', 'practitioner')}
  );
  create table problem_link (
    practice_id uuid not null,
    patient_id uuid not null,
    problem_id uuid not null,
    kind text not null check (kind in ('RELATED', 'ACTUAL', 'CHILD', 'SIBLING')),
    entry_kind text not null,
    entry_id uuid not null,
    primary key (practice_id, problem_id, kind, entry_id),
    ${key('problem_id', 'problem')}
  );
  create index problem_link_of_patient on problem_link (practice_id, patient_id);
  create index problem_link_to on problem_link (practice_id, entry_id);`

const INVESTIGATIONS = `
  create table investigation_request (${RECORD_ENTRY},
    code jsonb,
    requester jsonb,
    performer jsonb,
    reasons jsonb not null default '[]',
    note text,
    ${RECORDED_IN},
    ${ENTRY_KEYS}
  );
  create table specimen (${RECORD_ENTRY},
    accession jsonb,
    status text,
    type jsonb,
    received_on text,
    collected_on text,
    collected_until text,
    fasting_status jsonb,
    body_site jsonb,
    quantity jsonb,
    note text,
    collector_id uuid,
    ${ENTRY_KEYS},
    ${key('collector_id', 'practitioner')}
  );
  create table investigation_report (${RECORD_ENTRY},
    code jsonb,
    category jsonb,
    status text not null,
    issued text not null,
    conclusion text,
    coded_diagnoses jsonb not null default '[]',
    performers jsonb not null default '[]',
    request_ids uuid[] not null default '{}',
    specimen_ids uuid[] not null default '{}',
    unfiled boolean not null default false,
    ${RECORDED_IN},
    ${ENTRY_KEYS}
  );
  create table observation (${RECORD_ENTRY},
    kind text not null check (kind in ('UNCATEGORISED', 'TEST_GROUP',
      'TEST_RESULT', 'FILING_COMMENT', 'COMMENT_NOTE')),
    status text not null,
    code jsonb not null,
    category jsonb,
    effective text,
    effective_until text,
    issued text not null,
    value jsonb,
    data_absent_reason jsonb,
    interpretation jsonb,
    body_site jsonb,
    method jsonb,
    reference_ranges jsonb not null default '[]',
    components jsonb not null default '[]',
    comment text,
    performers jsonb not null default '[]',
    report_id uuid,
    group_id uuid,
    about_id uuid,
    specimen_id uuid,
    ${RECORDED_IN},
    ${ENTRY_KEYS},
    check ((report_id is not null)
      = (kind in ('TEST_GROUP', 'TEST_RESULT', 'FILING_COMMENT'))),
    ${key('report_id', 'investigation_report')},
    ${key('group_id', 'observation')},
    ${key('about_id', 'observation')},
    ${key('specimen_id', 'specimen')}
  );
  create index observation_of_report on observation (practice_id, report_id)
    where report_id is not null;`

const REFERRALS = `
  create table referral (${RECORD_ENTRY},
    authored_on text not null,
    priority text check (priority in ('routine', 'urgent', 'asap')),
    type jsonb,
    services jsonb not null default '[]',
    reasons jsonb not null default '[]',
    specialty jsonb,
    description text,
    note text,
    requester jsonb,
    on_behalf_of_id uuid,
    recipients jsonb not null default '[]',
    ${RECORDED_IN},
    ${ENTRY_KEYS}
  );`

const DOCUMENTS = `
  create table document (${RECORD_ENTRY},
    type jsonb not null,
    description text,
    title text,
    created text,
    indexed text not null,
    content_type text not null,
    size integer not null check (size >= 0),
    binary_id uuid,
    practice_setting jsonb,
    authors jsonb not null default '[]',
    custodian_id uuid,
    unreviewed boolean not null default false,
    ${RECORDED_IN},
    ${ENTRY_KEYS},
    unique (practice_id, binary_id),
    ${key('custodian_id', 'organization')}
  );
  create table document_content (
    practice_id uuid not null,
    document_id uuid not null,
    content bytea not null,
    primary key (practice_id, document_id),
    ${key('document_id', 'document')}
  );`

const DIARY = `
  create table diary_entry (${RECORD_ENTRY},
    code jsonb not null,
    authored_on text not null,
    due_from text,
    due_until text,
    requester_id uuid,
    note text,
    ${RECORDED_IN},
    ${ENTRY_KEYS},
    ${key('requester_id', 'practitioner')}
  );`

const ENTRY_TABLES = [
  'consultation',
  'immunisation',
  'problem',
  'investigation_request',
  'specimen',
  'investigation_report',
  'observation',
  'referral',
  'document',
  'diary_entry'
]

/** States of their own that hide an entry (Ruling R15). */
const MARKED_BY_STATE = [
  ['consultation', 'draft'],
  ['investigation_report', 'unfiled'],
  ['document', 'unreviewed']
]

/** Every area of the record, and how its parts belong together. */
export class WholeRecord extends Migration {
  override up(): void {
    const parts = [
      CONSULTATIONS,
      HELD_ALREADY,
      IMMUNISATIONS,
      PROBLEMS,
      INVESTIGATIONS,
      REFERRALS,
      DOCUMENTS,
      DIARY,
      ...ENTRY_TABLES.map((table) => entryIndexes(table)),
      ...MARKED_BY_STATE.map(
        ([table, mark]) => `create index ${table}_${mark}
          on ${table} (practice_id, patient_id) where ${mark};`
      )
    ]
    for (const part of parts) this.addSql(part)
  }

  override down(): void {
    const held = ['allergy', 'medication_course', 'medication_issue']
    for (const table of held) {
      this.addSql(`alter table ${table} drop column consultation_id;`)
    }
    this.addSql(`drop table diary_entry, document_content, document, referral,
      observation, investigation_report, specimen, investigation_request,
      problem_link, problem, immunisation, consultation_item,
      consultation_section, consultation;`)
  }
}
