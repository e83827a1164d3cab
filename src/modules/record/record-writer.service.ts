import type { EntityManager } from '@mikro-orm/postgresql'
import type { RecordWriter } from './record-writer.ts'
import { writeEntries } from './writing/entry-store.service.ts'
import { ALLERGY_TABLE } from './writing/clinical-tables.service.ts'
import { IMMUNISATION_TABLE } from './writing/immunisation-table.service.ts'
import { writeDocuments } from './writing/document-writer.service.ts'
import { writeInvestigations } from './writing/investigation-writer.service.ts'
import { writeMedicationCourses } from './writing/medication-writer.service.ts'
import { UNCATEGORISED_TABLE } from './writing/observation-table.service.ts'
import { writePatient } from './writing/patient-writer.service.ts'
import {
  writeLocation,
  writeOrganization,
  writePractitioner,
  writePractitionerRole
} from './writing/people-writer.service.ts'
import { writePractice } from './writing/practice-writer.service.ts'
import { writeProblems } from './writing/problem-writer.service.ts'
import { REFERRAL_TABLE } from './writing/referral-table.service.ts'
import {
  openWriteSession,
  type WriteSession
} from './writing/write-session.service.ts'

const only = <Item>(items: readonly Item[]): Item => {
  const [item] = items
  if (item === undefined) throw new Error('One was written, none came back')
  return item
}

type Administrative = Pick<
  RecordWriter,
  | 'writePractice'
  | 'writeOrganization'
  | 'writeLocation'
  | 'writePractitioner'
  | 'writePractitionerRole'
  | 'writePatient'
>

type Several = Pick<
  RecordWriter,
  | 'writeAllergies'
  | 'writeImmunisations'
  | 'writeReferrals'
  | 'writeDocuments'
  | 'writeUncategorisedData'
  | 'writeInvestigations'
  | 'writeMedicationCourses'
  | 'writeProblems'
>

const createAdministrativeWriter = (session: WriteSession): Administrative => ({
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
    writePatient(session, practiceId, content)
})

const createManyWriter = (session: WriteSession): Several => ({
  writeAllergies: (patient, contents) =>
    writeEntries(session, ALLERGY_TABLE, { patient, contents }),
  writeImmunisations: (patient, contents) =>
    writeEntries(session, IMMUNISATION_TABLE, { patient, contents }),
  writeReferrals: (patient, contents) =>
    writeEntries(session, REFERRAL_TABLE, { patient, contents }),
  writeDocuments: (patient, contents) =>
    writeDocuments(session, patient, contents),
  writeUncategorisedData: (patient, contents) =>
    writeEntries(session, UNCATEGORISED_TABLE, { patient, contents }),
  writeInvestigations: (patient, contents) =>
    writeInvestigations(session, patient, contents),
  writeMedicationCourses: (patient, contents) =>
    writeMedicationCourses(session, patient, contents),
  writeProblems: (patient, contents) =>
    writeProblems(session, patient, contents)
})

/** For the transaction that `em` is in; see the contract for what it keeps. */
export const createRecordWriter = (options: {
  em: EntityManager
  clock: () => Date
  ids: () => string
}): RecordWriter => {
  const session = openWriteSession(options)
  const many = createManyWriter(session)
  return {
    ...createAdministrativeWriter(session),
    ...many,
    writeAllergy: async (patient, content) =>
      only(await many.writeAllergies(patient, [content])),
    writeImmunisation: async (patient, content) =>
      only(await many.writeImmunisations(patient, [content])),
    writeReferral: async (patient, content) =>
      only(await many.writeReferrals(patient, [content])),
    writeDocument: async (patient, content) =>
      only(await many.writeDocuments(patient, [content])),
    writeUncategorisedEntry: async (patient, content) =>
      only(await many.writeUncategorisedData(patient, [content])),
    writeInvestigation: async (patient, content) =>
      only(await many.writeInvestigations(patient, [content])),
    writeMedicationCourse: async (patient, content) =>
      only(await many.writeMedicationCourses(patient, [content])),
    writeProblem: async (patient, content) =>
      only(await many.writeProblems(patient, [content]))
  }
}
