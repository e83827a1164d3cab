import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { MikroORM } from '@mikro-orm/postgresql'
import { v7 } from 'uuid'
import { ENTITIES } from '../../../src/database/entities.ts'
import { createOrm } from '../../../src/database/orm.ts'
import { databaseOf, rowsOf, sql } from '../../../src/database/sql.ts'
import { AllergyEntity } from '../../../src/modules/record/allergies/allergy.entity.ts'
import { MedicationCourseEntity } from '../../../src/modules/record/medications/medication-course.entity.ts'
import { MedicationIssueEntity } from '../../../src/modules/record/medications/medication-issue.entity.ts'
import { PatientEntity } from '../../../src/modules/record/patient/patient.entity.ts'
import { PractitionerEntity } from '../../../src/modules/record/people/practitioner.entity.ts'
import type { RecordWriter } from '../../../src/modules/record/record-writer.ts'
import { createRecordWriter } from '../../../src/modules/record/record-writer.service.ts'
import {
  allergyContent,
  courseContent,
  issueContent,
  patientContent
} from '../../support/builders/entry-content.ts'
import {
  createTestDatabase,
  type TestDatabase
} from '../../support/database.ts'

const NOW = new Date('2026-11-20T10:00:00.123Z')

let database: TestDatabase
let orm: MikroORM
let practiceId: string
let gpId: string

const writing = <T>(work: (writer: RecordWriter) => Promise<T>): Promise<T> =>
  orm.em
    .fork()
    .transactional((em) =>
      work(createRecordWriter({ em, clock: () => NOW, ids: v7 }))
    )

const writePatient = async (): Promise<{
  practiceId: string
  patientId: string
}> => {
  const written = await writing((writer) =>
    writer.writePatient(practiceId, patientContent(gpId))
  )
  if (!written.ok) throw new Error(written.error)
  return { practiceId, patientId: written.value.id }
}

beforeAll(async () => {
  database = await createTestDatabase()
  orm = await createOrm({ url: database.applicationUrl })
  await writing(async (writer) => {
    const practice = await writer.writePractice({
      odsCode: 'A81001',
      name: 'Elm Tree Surgery',
      address: null,
      telephone: null
    })
    practiceId = practice.id
    const gp = await writer.writePractitioner(practiceId, {
      sourceKey: 'gp',
      sdsUserId: 'G1',
      prefix: ['Dr'],
      given: ['A "quoted"', 'Null', ' b ', 'c\nd\\', ''],
      family: 'Ash',
      gender: null
    })
    gpId = gp.id
  })
})
afterAll(async () => {
  await orm.close(true)
  await database.drop()
})

describe('the tables', () => {
  it('have exactly the columns that the entities name', async () => {
    const rows = await rowsOf(
      databaseOf(orm.em.fork()),
      sql<{ table: string; columns: string[] }>`
        select table_name as table, array_agg(column_name::text order by 1) as columns
        from information_schema.columns where table_schema = 'public'
        group by 1`
    )
    const held = new Map(
      rows.map(({ table, columns }) => [table, columns.toSorted()])
    )
    const entities = [...orm.getMetadata().getAll().values()]
    expect(entities).toHaveLength(ENTITIES.length)
    for (const { props, tableName } of entities) {
      const named = props.flatMap(({ fieldNames }) => fieldNames).toSorted()
      expect([tableName, named]).toEqual([tableName, held.get(tableName)])
    }
  })
})

describe('what is written', () => {
  it('is read back as it was: people and the patient', async () => {
    const { patientId } = await writePatient()
    const em = orm.em.fork()
    expect(
      await em.findOneOrFail(PractitionerEntity, { practiceId, id: gpId })
    ).toMatchObject({
      prefix: ['Dr'],
      given: ['A "quoted"', 'Null', ' b ', 'c\nd\\', ''],
      version: 1,
      updatedAt: NOW
    })
    expect(
      await em.findOneOrFail(PatientEntity, { practiceId, id: patientId })
    ).toMatchObject(patientContent(gpId))
  })

  it('is read back as it was: an allergy with its dates (R22)', async () => {
    const patient = await writePatient()
    const { id } = await writing((writer) =>
      writer.writeAllergy(patient, allergyContent(gpId))
    )
    expect(
      await orm.em.fork().findOneOrFail(AllergyEntity, { practiceId, id })
    ).toMatchObject({
      ...allergyContent(gpId),
      ...patient,
      clinicalDate: '2009-05-01',
      clinicalUntil: '2009-05-31',
      recordedDate: '2010-06-09',
      version: 1,
      createdAt: NOW
    })
  })

  it('is read back as it was: a course and its issue (R22)', async () => {
    const patient = await writePatient()
    const content = courseContent(gpId)
    const { course, issues } = await writing((writer) =>
      writer.writeMedicationCourse(patient, content)
    )
    const { issues: _issues, priorCourse: _prior, ...own } = content
    const em = orm.em.fork()
    const held = await em.findOneOrFail(MedicationCourseEntity, {
      practiceId,
      id: course.id
    })
    expect(held).toMatchObject({
      ...own,
      supplyDays: '10.25',
      clinicalDate: '2024-01-01',
      clinicalUntil: '2024-12-31',
      recordedDate: '2024-01-11',
      priorCourseId: null
    })
    expect(held.planId).not.toBe(held.id)
    expect(
      await em.findOneOrFail(MedicationIssueEntity, {
        practiceId,
        id: issues[0]?.id
      })
    ).toMatchObject({
      ...issueContent(gpId),
      supplyDays: '10.25',
      courseId: course.id,
      clinicalDate: '2024-01-10',
      recordedDate: '2024-01-12'
    })
  })

  it('links a course to the one it replaced, written earlier or later', async () => {
    const patient = await writePatient()
    const [first, second] = await writing(async (writer) => [
      await writer.writeMedicationCourse(patient, {
        ...courseContent(gpId, 'new'),
        issues: [],
        priorCourse: { system: 'https://supplier.example', value: 'old' }
      }),
      await writer.writeMedicationCourse(patient, {
        ...courseContent(gpId, 'old'),
        issues: []
      })
    ])
    const held = await orm.em.fork().findOneOrFail(MedicationCourseEntity, {
      practiceId,
      id: first?.course.id
    })
    expect(held.priorCourseId).toBe(second?.course.id)
  })

  it('is refused when one call has an identifier twice', async () => {
    const patient = await writePatient()
    const content = allergyContent(gpId)
    await expect(
      writing((writer) => writer.writeAllergies(patient, [content, content]))
    ).rejects.toThrow('one business identifier')
  })
})
