import { Migration } from '@mikro-orm/migrations'

/** E00170, R14 and R18: ordering, defaults, signals and Solutions. */
export class PracticeSettings extends Migration {
  override up(): void {
    this.addSql(`
  alter table practice_record_access
    add column prescription_ordering boolean not null default false,
    add column signal_hidden_items boolean not null default true;
  update practice_record_access a set signal_hidden_items = o.signal_hidden_items
    from practice o where o.id = a.practice_id;
  alter table practice drop column signal_hidden_items;
  alter table patient_record_access
    add column prescription_ordering boolean not null default false;
  create table practice_default_access (
    practice_id uuid not null references practice (id),
    at_risk boolean not null,
    summary_enabled boolean not null default false,
    detailed_coded_enabled boolean not null default false,
    document_enabled boolean not null default false,
    full_record_enabled boolean not null default false,
    full_record_start date,
    prospective_enabled boolean not null default false,
    prospective_start date,
    prescription_ordering boolean not null default false,
    primary key (practice_id, at_risk),
    check (detailed_coded_enabled or not document_enabled),
    check (full_record_enabled or full_record_start is null),
    check (prospective_enabled or prospective_start is null)
  );
  create table solution (
    practice_id uuid not null references practice (id),
    id uuid not null,
    name text not null,
    name_key text not null,
    supplier text not null,
    client_id text,
    services text[] not null check (cardinality(services) > 0
      and services <@ array['RECORD_ACCESS', 'PRESCRIPTION_ORDERING']),
    added_at timestamptz not null,
    removed_at timestamptz,
    primary key (practice_id, id)
  );
  create unique index solution_name on solution (practice_id, name_key)
    where removed_at is null;
  create unique index solution_client on solution (practice_id, client_id)
    where removed_at is null;`)
  }

  override down(): void {
    this.addSql(`
  drop table solution, practice_default_access;
  alter table patient_record_access drop column prescription_ordering;
  alter table practice add column signal_hidden_items boolean not null default true;
  update practice o set signal_hidden_items = a.signal_hidden_items
    from practice_record_access a where o.id = a.practice_id;
  alter table practice_record_access
    drop column prescription_ordering, drop column signal_hidden_items;`)
  }
}
