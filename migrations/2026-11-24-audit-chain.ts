import { Migration } from '@mikro-orm/migrations'

/**
 * No foreign keys: an audit row outlives what it tells of, and checking one
 * would lock a row after the head (see the audit module's chain).
 */
const auditColumns = (more = ''): string => `
    practice_id uuid not null,
    seq bigint not null check (seq > 0),
    id uuid not null,
    occurred_at timestamptz not null,
    request_id text not null,
    actor jsonb not null,
    patient_id uuid,
    action text not null,
    outcome text not null,${more}
    detail jsonb not null,
    reason text,
    hash bytea not null,
    primary key (practice_id, seq),
    unique (practice_id, id)`

/**
 * Rows from before there was a chain have no hash and no order that could be
 * proved, so they cannot become its beginning. They are kept as they are, and
 * no role of the server can reach them.
 */
const SET_ASIDE = `
  alter table audit_event rename to audit_event_unchained;
  alter table audit_event_unchained
    rename constraint audit_event_pkey to audit_event_unchained_pkey;
  alter table audit_event_unchained
    rename constraint audit_event_practice_id_fkey
    to audit_event_unchained_practice_id_fkey;
  alter index audit_event_of_patient
    rename to audit_event_unchained_of_patient;
  comment on table audit_event_unchained is
    'Audit rows from before the chain: kept, and not part of any proof.';`

const PUT_BACK = `
  alter table audit_event_unchained rename to audit_event;
  alter table audit_event
    rename constraint audit_event_unchained_pkey to audit_event_pkey;
  alter table audit_event
    rename constraint audit_event_unchained_practice_id_fkey
    to audit_event_practice_id_fkey;
  alter index audit_event_unchained_of_patient
    rename to audit_event_of_patient;
  comment on table audit_event is null;`

const CHAINS = `
  create table audit_event (${auditColumns(`
    settings text[] not null default '{}',`)}
  );
  create index audit_event_of_patient
    on audit_event (practice_id, patient_id, seq desc);
  create table audit_read (${auditColumns()}
  );
  create index audit_read_of_patient
    on audit_read (practice_id, patient_id, seq desc);
  create table audit_head (
    practice_id uuid not null,
    chain text not null check (chain in ('changes', 'reads')),
    seq bigint not null,
    hash bytea not null,
    primary key (practice_id, chain)
  );`

/** Ruling R33: one chain a practice of changes, and one of reads. */
export class AuditChain extends Migration {
  override up(): void {
    this.addSql(SET_ASIDE)
    this.addSql(CHAINS)
  }

  override down(): void {
    this.addSql('drop table audit_head, audit_read, audit_event;')
    this.addSql(PUT_BACK)
  }
}
