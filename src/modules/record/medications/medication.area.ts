import type { Area } from '../area.ts'
import type { MedicationCandidate } from './medication.candidate.ts'
import type { MedicationEntry } from './medication.entry.ts'
import type { MedicationFilter } from './medication.filter.ts'
import { loadMedications } from './medication.loader.ts'
import {
  toMedicationCourseView,
  type MedicationCourse
} from './medication.view.ts'

export const medicationArea: Area<
  MedicationEntry,
  MedicationCourse,
  MedicationCandidate,
  MedicationFilter
> = {
  area: 'MEDICATIONS',
  load: loadMedications,
  position: ({ course: { clinicalDate, id } }) => ({ clinicalDate, id }),
  practitionerIds: ({ course, issues }) => [
    course.recorderId,
    ...issues.map(({ recorderId }) => recorderId)
  ],
  toView: toMedicationCourseView
}
