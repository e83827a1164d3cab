import type { EntityManager } from '@mikro-orm/postgresql'
import type { RecordWriter } from './record-writer.ts'
import { writeEntries } from './writing/entry-store.service.ts'
import { ALLERGY_TABLE } from './writing/clinical-tables.service.ts'
import { writeMedicationCourses } from './writing/medication-writer.service.ts'
import { writePatient } from './writing/patient-writer.service.ts'
import {
  writeLocation,
  writeOrganization,
  writePractitioner,
  writePractitionerRole
} from './writing/people-writer.service.ts'
import { writePractice } from './writing/practice-writer.service.ts'
import { openWriteSession } from './writing/write-session.service.ts'

const only = <Item>(items: readonly Item[]): Item => {
  const [item] = items
  if (item === undefined) throw new Error('One was written, none came back')
  return item
}

/** For the transaction that `em` is in; see the contract for what it keeps. */
export const createRecordWriter = (options: {
  em: EntityManager
  clock: () => Date
  ids: () => string
}): RecordWriter => {
  const session = openWriteSession(options)
  const writer: RecordWriter = {
    writePractice: (content) => writePractice(session, content),
    writeOrganization: (practiceId, content) =>
      writeOrganization(session, practiceId, content),
    writeLocation: (practiceId, content) =>
      writeLocation(session, practiceId, content),
    writePractitioner: (practiceId, content) =>
      writePractitioner(session, practiceId, content),
    writePractitionerRole: (practiceId, content) =>
      writePractitionerRole(session, practiceId, content),
    writePatient: (practiceId, content) =>
      writePatient(session, practiceId, content),
    writeAllergies: (patient, contents) =>
      writeEntries(session, ALLERGY_TABLE, { patient, contents }),
    writeAllergy: async (patient, content) =>
      only(await writer.writeAllergies(patient, [content])),
    writeMedicationCourses: (patient, contents) =>
      writeMedicationCourses(session, patient, contents),
    writeMedicationCourse: async (patient, content) =>
      only(await writer.writeMedicationCourses(patient, [content]))
  }
  return writer
}
