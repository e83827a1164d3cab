import type { EntityClass, EntityManager } from '@mikro-orm/postgresql'
import { PatientRecordAccessEntity } from '../../../modules/access-configuration/patient/patient-record-access.entity.ts'
import { fromPatientAccess } from '../../../modules/record/patient/switch-columns.ts'
import { AllergyEntity } from '../../../modules/record/allergies/allergy.entity.ts'
import type { PatientKey } from '../../../modules/record/area.ts'
import { MedicationCourseEntity } from '../../../modules/record/medications/medication-course.entity.ts'
import { MedicationIssueEntity } from '../../../modules/record/medications/medication-issue.entity.ts'
import type { RecordWriter } from '../../../modules/record/record-writer.ts'
import type { RecordEntryEntity } from '../../base.entity.ts'
import type { DemoMark, DemoPatient } from './demo-patient.ts'
import {
  toAllergyContent,
  toMedicationContent,
  type EntryContext
} from './entry-content.ts'
import { demoStaff } from './people.ts'
import type { SeededPeople } from './seed-people.ts'
import { updateOne } from './update-one.ts'

export interface PatientSeedContext {
  readonly em: EntityManager
  readonly writer: RecordWriter
  readonly clock: () => Date
  readonly practiceId: string
  readonly people: SeededPeople
  /** User id of who set the patient's access. */
  readonly updatedBy: string
  readonly namespace: string
}

const writePerson = async (
  patient: DemoPatient,
  { writer, practiceId, people }: PatientSeedContext
): Promise<PatientKey> => {
  const written = await writer.writePatient(practiceId, {
    ...patient.person,
    usualGpId: people.staffId(patient.usualGp),
    branchSurgeryId: patient.branchSurgery
      ? people.siteId(patient.branchSurgery)
      : null
  })
  if (!written.ok) throw new Error(`The demo seed met ${written.error}`)
  return { practiceId, patientId: written.value.id }
}

const setAccess = (
  patientKey: PatientKey,
  { access }: DemoPatient,
  { em, clock, updatedBy }: PatientSeedContext
): Promise<void> => {
  const { switches, ...standing } = access
  return updateOne(em, PatientRecordAccessEntity, {
    where: patientKey,
    set: {
      ...fromPatientAccess(switches),
      ...standing,
      updatedAt: clock(),
      updatedBy
    }
  })
}

interface MarkedEntry {
  readonly entity: EntityClass<RecordEntryEntity>
  readonly id: string | undefined
  readonly mark: DemoMark | undefined
}

/** Who restricted an entry, when and why is staff's doing, not the source's. */
const signRestrictions = async (
  em: EntityManager,
  practiceId: string,
  entries: readonly MarkedEntry[]
): Promise<void> => {
  for (const { entity, id, mark } of entries) {
    if (mark?.kind !== 'RESTRICTED') continue
    if (id === undefined) throw new Error('An entry was not written')
    await updateOne(em, entity, {
      where: { practiceId, id },
      set: {
        restrictedAt: new Date(mark.at),
        restrictedBy: demoStaff(mark.by).userId,
        restrictedReason: mark.reason
      }
    })
  }
}

const writeAllergies = async (
  patientKey: PatientKey,
  { allergies }: DemoPatient,
  { writer, ...entries }: PatientSeedContext & EntryContext
): Promise<MarkedEntry[]> => {
  const written = await writer.writeAllergies(
    patientKey,
    allergies.map((allergy) => toAllergyContent(allergy, entries))
  )
  return allergies.map(({ mark }, index) => ({
    entity: AllergyEntity,
    id: written[index]?.id,
    mark
  }))
}

const writeMedications = async (
  patientKey: PatientKey,
  { medications }: DemoPatient,
  { writer, ...entries }: PatientSeedContext & EntryContext
): Promise<MarkedEntry[]> => {
  const written = await writer.writeMedicationCourses(
    patientKey,
    medications.map((medication) => toMedicationContent(medication, entries))
  )
  return medications.flatMap(({ mark, issues }, index) => [
    {
      entity: MedicationCourseEntity,
      id: written[index]?.course.id,
      mark
    },
    ...issues.map((issue, position) => ({
      entity: MedicationIssueEntity,
      id: written[index]?.issues[position]?.id,
      mark: issue.mark
    }))
  ])
}

/** One patient with their access and record, in the caller's transaction. */
export const seedPatient = async (
  patient: DemoPatient,
  context: PatientSeedContext
): Promise<void> => {
  const { em, people, practiceId } = context
  const patientKey = await writePerson(patient, context)
  await setAccess(patientKey, patient, context)
  const entries = {
    ...context,
    patientKey: patient.key,
    staffId: people.staffId
  }
  await signRestrictions(em, practiceId, [
    ...(await writeAllergies(patientKey, patient, entries)),
    ...(await writeMedications(patientKey, patient, entries))
  ])
}
