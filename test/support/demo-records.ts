import { DEMO_PATIENTS } from '../../src/database/seeders/demo-practice/patients.ts'
import type { DemoPatient } from '../../src/database/seeders/demo-practice/demo-patient.ts'
import {
  toAllergyContent,
  toMedicationContent
} from '../../src/database/seeders/demo-practice/entry-content.ts'
import { DEMO_PRACTICES } from '../../src/database/seeders/demo-practice/practices.ts'

export const practiceOf = ({ odsCode }: DemoPatient) => {
  const practice = DEMO_PRACTICES.find((one) => one.odsCode === odsCode)
  if (!practice) throw new Error('No such practice')
  return practice
}

const toRecord = (patient: DemoPatient) => {
  const context = {
    patientKey: patient.key,
    namespace: practiceOf(patient).entryNamespace,
    staffId: (key: string) => key
  }
  const medications = patient.medications.map((medication) =>
    toMedicationContent(medication, context)
  )
  return {
    key: patient.key,
    patient,
    allergies: patient.allergies.map((one) => toAllergyContent(one, context)),
    medications,
    issues: medications.flatMap(({ issues }) => issues)
  }
}

/** What the seed writes for each demo patient; staff by their demo keys. */
export const DEMO_RECORDS = DEMO_PATIENTS.map(toRecord)
