import { Migration } from '@mikro-orm/migrations'

export const RECORD_ENTRY = `
    practice_id uuid not null,
    patient_id uuid not null,
    id uuid not null,
    clinical_date date,
    clinical_until date,
    recorded_date date,
    identifiers jsonb not null,
    source_key text not null,
    source_hash text not null,
    version integer not null default 1,
    restricted boolean not null default false,
    restricted_at timestamptz,
    restricted_by text,
    restricted_reason text,
    staff_confidential boolean not null default false,
    entered_in_error boolean not null default false,
    created_at timestamptz not null`

export const ENTRY_KEYS = `
    primary key (practice_id, id),
    foreign key (practice_id, patient_id) references patient (practice_id, id)`

export const entryIndexes = (table: string): string => `
  create unique index ${table}_source on ${table} (practice_id, patient_id, source_key);
  create index ${table}_by_patient on ${table} (practice_id, patient_id, clinical_date desc nulls last, id);
  create index ${table}_marked on ${table} (practice_id, patient_id)
    where restricted or staff_confidential or entered_in_error;`

const SWITCHES = `
    summary_enabled boolean not null default false,
    summary_changed_on date,
    detailed_coded_enabled boolean not null default false,
    detailed_coded_changed_on date,
    document_enabled boolean not null default false,
    document_changed_on date,
    full_record_enabled boolean not null default false,
    full_record_start date,
    full_record_changed_on date,
    version integer not null default 1,
    updated_at timestamptz not null,
    updated_by text`

/** Ruling R2: DOCUMENT only while DETAILED_CODED, in the same scope. */
const DOCUMENT_NEEDS_DETAILED =
  'check (detailed_coded_enabled or not document_enabled)'

const PEOPLE_AND_PLACES = `
  create table practice (
    id uuid primary key,
    ods_code text not null unique,
    name text not null,
    address jsonb,
    telephone text,
    signal_hidden_items boolean not null default true,
    version integer not null default 1,
    updated_at timestamptz not null
  );
  create table organization (
    practice_id uuid not null references practice (id),
    id uuid not null,
    ods_code text,
    name text not null,
    address jsonb,
    telephone text,
    source_key text not null,
    version integer not null default 1,
    updated_at timestamptz not null,
    primary key (practice_id, id),
    unique (practice_id, source_key)
  );
  create table location (
    practice_id uuid not null references practice (id),
    id uuid not null,
    ods_site_code text,
    name text not null,
    address jsonb,
    telephone text,
    source_key text not null,
    version integer not null default 1,
    updated_at timestamptz not null,
    primary key (practice_id, id),
    unique (practice_id, source_key)
  );
  create table practitioner (
    practice_id uuid not null references practice (id),
    id uuid not null,
    sds_user_id text,
    prefix text[] not null default '{}',
    given text[] not null default '{}',
    family text not null,
    gender text check (gender in ('male', 'female', 'other', 'unknown')),
    source_key text not null,
    version integer not null default 1,
    updated_at timestamptz not null,
    primary key (practice_id, id),
    unique (practice_id, source_key)
  );
  create table practitioner_role (
    practice_id uuid not null references practice (id),
    id uuid not null,
    practitioner_id uuid not null,
    organization_id uuid,
    role_profile_id text,
    job_role jsonb,
    source_key text not null,
    version integer not null default 1,
    updated_at timestamptz not null,
    primary key (practice_id, id),
    unique (practice_id, source_key),
    foreign key (practice_id, practitioner_id) references practitioner (practice_id, id)
  );
  create index practitioner_role_of on practitioner_role (practice_id, practitioner_id);`

const PATIENT = `
  create table patient (
    practice_id uuid not null references practice (id),
    id uuid not null,
    nhs_number text not null check (nhs_number ~ '^[0-9]{10}$'),
    prefix text[] not null default '{}',
    given text[] not null default '{}',
    family text not null,
    gender text check (gender in ('male', 'female', 'other', 'unknown')),
    birth_date date not null,
    address jsonb,
    telecom jsonb not null default '[]',
    active boolean not null default true,
    deceased text,
    sensitive boolean not null default false,
    dissent_from_sharing boolean not null default false,
    registered_from text,
    registered_to text,
    registration_type jsonb,
    transfer_pending boolean not null default false,
    usual_gp_id uuid,
    branch_surgery_id uuid,
    source_hash text not null default '',
    version integer not null default 1,
    updated_at timestamptz not null,
    primary key (practice_id, id),
    unique (practice_id, nhs_number),
    foreign key (practice_id, usual_gp_id) references practitioner (practice_id, id),
    foreign key (practice_id, branch_surgery_id) references location (practice_id, id)
  );
  create unique index patient_registered_once on patient (nhs_number) where active;
  create index patient_by_nhs_number on patient (nhs_number);`

const ACCESS = `
  create table practice_record_access (
    practice_id uuid primary key references practice (id),
    ${SWITCHES},
    ${DOCUMENT_NEEDS_DETAILED}
  );
  create table patient_record_access (
    practice_id uuid not null,
    patient_id uuid not null,
    ${SWITCHES},
    prospective_enabled boolean not null default false,
    prospective_start date,
    prospective_changed_on date,
    master_state text not null default 'NEVER_ENABLED'
      check (master_state in ('NEVER_ENABLED', 'ENABLED', 'DISABLED_BY_PRACTICE')),
    competence text not null default 'NOT_ASSESSED'
      check (competence in ('NOT_ASSESSED', 'COMPETENT', 'NOT_COMPETENT')),
    competence_reason text,
    primary key (practice_id, patient_id),
    foreign key (practice_id, patient_id) references patient (practice_id, id),
    ${DOCUMENT_NEEDS_DETAILED},
    check (prospective_start is not null or not prospective_enabled)
  );
  create table audit_event (
    practice_id uuid not null references practice (id),
    id uuid not null,
    occurred_at timestamptz not null,
    actor jsonb not null,
    patient_id uuid,
    action text not null,
    outcome text not null,
    detail jsonb not null,
    reason text,
    request_id text not null,
    primary key (practice_id, id)
  );
  create index audit_event_of_patient on audit_event (practice_id, patient_id, id);`

const CLINICAL = `
  create table allergy (${RECORD_ENTRY},
    clinical_status text not null check (clinical_status in ('active', 'resolved')),
    categories text[] not null,
    type text check (type in ('allergy', 'intolerance')),
    criticality text check (criticality in ('low', 'high', 'unable-to-assess')),
    code jsonb not null check (jsonb_array_length(code -> 'coding') > 0),
    onset text,
    asserted_date text not null,
    last_occurrence text,
    end_date text,
    end_reason text,
    note text,
    reaction jsonb,
    recorder_id uuid not null,
    asserter_id uuid,
    asserted_by_patient boolean not null default false,
    ${ENTRY_KEYS},
    foreign key (practice_id, recorder_id) references practitioner (practice_id, id),
    foreign key (practice_id, asserter_id) references practitioner (practice_id, id)
  );
  create table medication_course (${RECORD_ENTRY},
    plan_id uuid not null,
    plan_identifiers jsonb not null,
    medication jsonb not null,
    prescription_type text not null,
    prescribing_agency text not null,
    status text not null check (status in ('active', 'completed', 'stopped')),
    plan_status text not null check (plan_status in ('active', 'completed', 'stopped')),
    effective_start text not null,
    effective_end text,
    date_asserted text,
    plan_authored_on text not null,
    last_issue_date text,
    dosage_text text,
    patient_instruction text,
    note text,
    plan_note text,
    validity_start text not null,
    validity_end text,
    quantity jsonb,
    quantity_text text,
    supply_days numeric,
    repeats_allowed integer,
    repeats_issued integer,
    authorisation_expiry text,
    group_identifier text,
    stop_reason jsonb,
    stopped_on text,
    recorder_id uuid not null,
    prior_course_id uuid,
    ${ENTRY_KEYS},
    unique (practice_id, plan_id),
    foreign key (practice_id, recorder_id) references practitioner (practice_id, id),
    foreign key (practice_id, prior_course_id) references medication_course (practice_id, id)
  );
  create table medication_issue (${RECORD_ENTRY},
    course_id uuid not null,
    status text not null check (status in ('active', 'completed', 'stopped')),
    authored_on text not null,
    validity_start text not null,
    validity_end text,
    dosage_text text,
    patient_instruction text,
    note text,
    quantity jsonb,
    quantity_text text,
    supply_days numeric,
    group_identifier text,
    recorder_id uuid not null,
    ${ENTRY_KEYS},
    foreign key (practice_id, course_id) references medication_course (practice_id, id),
    foreign key (practice_id, recorder_id) references practitioner (practice_id, id)
  );
  create index medication_issue_of_course on medication_issue (practice_id, course_id);
  ${entryIndexes('allergy')}
  ${entryIndexes('medication_course')}
  ${entryIndexes('medication_issue')}
  create table entry_version (
    practice_id uuid not null,
    patient_id uuid not null,
    entry_id uuid not null,
    version integer not null,
    entry_kind text not null,
    content jsonb not null,
    replaced_at timestamptz not null,
    primary key (practice_id, entry_id, version),
    foreign key (practice_id, patient_id) references patient (practice_id, id)
  );`

/** Practices, patients, access configuration, allergies and medications. */
export class FirstThread extends Migration {
  override up(): void {
    for (const part of [PEOPLE_AND_PLACES, PATIENT, ACCESS, CLINICAL]) {
      this.addSql(part)
    }
  }

  override down(): void {
    this.addSql(`drop table entry_version, medication_issue, medication_course,
      allergy, audit_event, patient_record_access, practice_record_access,
      patient, practitioner_role, practitioner, location, organization,
      practice;`)
  }
}
