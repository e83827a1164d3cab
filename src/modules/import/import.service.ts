import type { EntityManager, MikroORM } from '@mikro-orm/postgresql'
import { databaseOf, rowsOf, sql } from '../../database/sql.ts'
import { err, ok, type Result } from '../../vocabulary/result.ts'
import type { AuditContext } from '../audit/audit.service.ts'
import type { AuditTrail } from '../audit/audit-trail.service.ts'
import type { RecordWriter } from '../record/record-writer.ts'
import { createRecordWriter } from '../record/record-writer.service.ts'
import { auditImport, countRestricted } from './import-audit.service.ts'
import { importEntries } from './import-entries.ts'
import { listKept } from './kept-entries.service.ts'
import { importPeople } from './import-people.ts'
import {
  createTally,
  withoutNumber,
  type ImportReport,
  type Tally
} from './import-report.ts'
import { readLists } from './mappers/list.source.ts'
import { whyNotTaken } from './mappers/not-taken-yet.ts'
import {
  toPatient,
  toPatientIdentity,
  type PatientIdentity
} from './mappers/patient.source.ts'
import {
  choosePractice,
  toPractice,
  type PracticeChoice
} from './mappers/practice.source.ts'
import {
  createSourceBundle,
  type SourceBundle
} from './bundle/source-bundle.ts'

export interface BundleImport {
  /** As `readBundle` gave it. */
  readonly bundle: object
  /** ODS code; the Bundle's managing organisation unless given. */
  readonly practice?: string | undefined
  /** Everything is tried and nothing is stored. */
  readonly dryRun: boolean
  readonly orm: MikroORM
  readonly clock: () => Date
  readonly ids: () => string
  readonly audit: AuditTrail
}

interface Work {
  readonly em: EntityManager
  readonly source: SourceBundle
  readonly identity: PatientIdentity
  readonly choice: PracticeChoice
  readonly writer: RecordWriter
  readonly tally: Tally
  readonly context: AuditContext
}

interface HeldPractice {
  readonly id: string
  readonly name: string
}

const findPractice = async (
  em: EntityManager,
  odsCode: string
): Promise<HeldPractice | undefined> => {
  const rows = await rowsOf(
    databaseOf(em),
    sql<HeldPractice>`select id, name from practice where ods_code = ${odsCode}`
  )
  return rows[0]
}

/** A practice known here stays as it is; a new one has everything off. */
const settlePractice = async ({
  em,
  choice,
  tally,
  writer
}: Work): Promise<Result<{ id: string; created: boolean }, string>> => {
  const { described, odsCode } = choice
  const held = await findPractice(em, odsCode)
  if (!described) {
    return held
      ? ok({ id: held.id, created: false })
      : err(`names practice ${odsCode} nowhere, and it is not known here`)
  }
  const content = toPractice(described, odsCode)
  if (held) {
    if (held.name !== content.name) {
      described.root.child('name').change('the practice stays as it is here')
    }
    return ok({ id: held.id, created: false })
  }
  const { id, outcome } = await writer.writePractice(content)
  tally.add('Practice', [outcome])
  return ok({ id, created: true })
}

const importRecord = async (
  work: Work
): Promise<Result<ImportReport, string>> => {
  const { em, source, identity, choice, tally, writer } = work
  const practice = await settlePractice(work)
  if (!practice.ok) return practice
  const { id: practiceId, created } = practice.value
  const people = await importPeople({
    bundle: source,
    writer,
    practice: { id: practiceId, odsCode: choice.odsCode },
    tally
  })
  const lists = readLists(source)
  const patient = await writer.writePatient(
    practiceId,
    toPatient(identity, people, lists.transferPending)
  )
  if (!patient.ok) return err('has a patient active at another practice')
  tally.add('Patient', [patient.value.outcome])
  const key = { practiceId, patientId: patient.value.id }
  const restricted = await countRestricted(em, key)
  const written = await importEntries({
    ...work,
    people,
    patient: key,
    endedAllergies: lists.endedAllergies
  })
  const kept = await listKept(em, key, written)
  const restrictionsAdded = (await countRestricted(em, key)) - restricted
  const imported = { ...key, tally, restrictionsAdded }
  await auditImport(em, imported, work.context)
  return ok({
    practice: choice.odsCode,
    practiceCreated: created,
    counts: tally.counts,
    kept,
    findings: source.close(whyNotTaken)
  })
}

/** All or nothing: one transaction for one patient's record. */
const inTransaction = async (
  { dryRun, orm }: BundleImport,
  work: (em: EntityManager) => Promise<Result<ImportReport, string>>
): Promise<Result<ImportReport, string>> => {
  const em = orm.em.fork()
  await em.begin()
  try {
    const outcome = await work(em)
    await (outcome.ok && !dryRun ? em.commit() : em.rollback())
    return outcome
  } catch (error) {
    await em.rollback()
    throw error
  }
}

/**
 * Takes one patient's record in, or says why not and stores nothing. Rejects
 * when the database fails, which stores nothing either.
 */
export const importBundle = async (
  options: BundleImport
): Promise<Result<ImportReport, string>> => {
  const source = createSourceBundle(options.bundle)
  const identity = toPatientIdentity(source)
  if (!identity.ok) return identity
  const choice = choosePractice(source, identity.value, options.practice)
  if (!choice.ok) return choice
  const { nhsNumber } = identity.value
  const changed = new Set<string>()
  const { key } = options.audit
  const audit = { key, changed: (id: string) => void changed.add(id) }
  const report = await inTransaction(options, (em) =>
    importRecord({
      em,
      source,
      identity: identity.value,
      choice: choice.value,
      writer: createRecordWriter({ ...options, em }),
      tally: createTally(),
      context: { ...options, audit }
    })
  )
  if (report.ok && !options.dryRun) await options.audit.confirm([...changed])
  return report.ok ? ok(withoutNumber(report.value, nhsNumber)) : report
}
