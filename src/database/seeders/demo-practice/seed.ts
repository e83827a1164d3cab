import type { EntityManager } from '@mikro-orm/postgresql'
import { fromDefaultAccess } from '../../../modules/access-configuration/practice/default-access-columns.ts'
import { PracticeDefaultAccessEntity } from '../../../modules/access-configuration/practice/practice-default-access.entity.ts'
import { PracticeRecordAccessEntity } from '../../../modules/access-configuration/practice/practice-record-access.entity.ts'
import { SolutionEntity } from '../../../modules/access-configuration/solutions/solution.entity.ts'
import { fromPracticeAccess } from '../../../modules/record/patient/switch-columns.ts'
import type { RecordWriter } from '../../../modules/record/record-writer.ts'
import { databaseOf, rowsOf, sql } from '../../sql.ts'
import { DEMO_PATIENTS } from './patients.ts'
import { seedPatient } from './seed-patient.ts'
import { seedPeople } from './seed-people.ts'
import { updateOne } from './update-one.ts'
import { demoStaff, type StaffKey } from './people.ts'
import {
  DEMO_PRACTICES,
  type DemoOdsCode,
  type DemoPractice
} from './practices.ts'

export interface SeedOptions {
  /** In the transaction the whole seed belongs to. */
  readonly em: EntityManager
  readonly writer: RecordWriter
  readonly clock: () => Date
}

/** Whether nothing was ever registered here. */
export const isEmptyDatabase = async (em: EntityManager): Promise<boolean> => {
  const rows = await rowsOf(
    databaseOf(em),
    sql<{ empty: boolean }>`
      select not exists (select from practice) as empty`
  )
  return rows[0]?.empty ?? false
}

/** Who set the access of each practice's patients, and its own. */
const CONFIGURED_BY: Record<DemoOdsCode, StaffKey> = {
  A81001: 'manager',
  B82002: 'other-gp'
}

/** What newly enabled patients get, and the apps of the practice. */
const seedSettings = async (
  practice: DemoPractice,
  practiceId: string,
  { em, clock }: Pick<SeedOptions, 'em' | 'clock'>
): Promise<void> => {
  await em.insertMany(PracticeDefaultAccessEntity, [
    {
      practiceId,
      atRisk: false,
      ...fromDefaultAccess(practice.defaultAccess)
    },
    {
      practiceId,
      atRisk: true,
      ...fromDefaultAccess(practice.atRiskDefaultAccess)
    }
  ])
  for (const { services, ...solution } of practice.solutions) {
    await em.insert(SolutionEntity, {
      ...solution,
      nameKey: solution.name.toUpperCase(),
      services: [...services],
      practiceId,
      addedAt: clock(),
      removedAt: null
    })
  }
}

const seedPractice = async (
  practice: DemoPractice,
  { em, writer, clock }: SeedOptions
): Promise<void> => {
  const { odsCode, name, address, telephone } = practice
  const { id: practiceId } = await writer.writePractice({
    odsCode,
    name,
    address,
    telephone
  })
  const updatedBy = demoStaff(CONFIGURED_BY[odsCode]).userId
  await updateOne(em, PracticeRecordAccessEntity, {
    where: { practiceId },
    set: {
      ...fromPracticeAccess(practice.access),
      prescriptionOrdering: practice.prescriptionOrdering,
      updatedAt: clock(),
      updatedBy
    }
  })
  await seedSettings(practice, practiceId, { em, clock })
  const people = await seedPeople(writer, practiceId, practice)
  for (const patient of DEMO_PATIENTS) {
    if (patient.odsCode !== odsCode) continue
    await seedPatient(patient, {
      em,
      writer,
      clock,
      practiceId,
      people,
      updatedBy,
      namespace: practice.entryNamespace
    })
  }
}

/** Fills an empty database with the demo practices; for no other database. */
export const seedDemoPractice = async (options: SeedOptions): Promise<void> => {
  for (const practice of DEMO_PRACTICES) await seedPractice(practice, options)
}
