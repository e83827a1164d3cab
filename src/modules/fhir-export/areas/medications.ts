import type { Medication, Resource } from 'fhir/r3.js'
import { areaPolicy } from '../../../policy/clinical-area-table.ts'
import { canExportEntry } from '../../../policy/export-access.ts'
import { referenceTo } from '../../record/fhir/reference.fhir.ts'
import type { MedicationEntry } from '../../record/medications/medication.entry.ts'
import {
  toMedicationOrder,
  toMedicationPlan
} from '../../record/medications/medication-request.fhir.ts'
import { toMedicationStatement } from '../../record/medications/medication-statement.fhir.ts'
import { toMedication } from '../../record/medications/medication.fhir.ts'
import { isWanted } from '../medication-search.ts'
import type {
  MedicationOptions,
  StructuredRecordRequest
} from '../structured-record-request.ts'
import type { StructuredRecordSource } from '../structured-record-source.ts'
import { toAreaList, type AreaContent } from './area-content.ts'

/** One resource for all courses of the same concept. */
const toMedications = (entries: readonly MedicationEntry[]): Medication[] => [
  ...new Map(
    entries.map(({ course }) => {
      const medication = toMedication(course)
      return [medication.id, medication] as const
    })
  ).values()
]

const toCourse = (
  { course, issues }: MedicationEntry,
  options: MedicationOptions,
  planIds: ReadonlyMap<string, string>
): Resource[] => {
  const prior = course.priorCourseId && planIds.get(course.priorCourseId)
  const orders = options.includeIssues ? issues : []
  return [
    toMedicationStatement(course),
    toMedicationPlan(course, prior || null),
    ...orders
      .filter(({ hiddenBy }) => canExportEntry(hiddenBy).allowed)
      .map((issue) => toMedicationOrder(issue, course))
  ]
}

/** Access Record digest section 4.4, after the filters of section 1.3. */
export const toMedicationContent = (
  source: StructuredRecordSource,
  { medications: options }: StructuredRecordRequest
): AreaContent | null => {
  const { medications } = source
  const { list: kind } = areaPolicy('MEDICATIONS')
  if (!options || !medications || !kind) return null
  const entries = medications.entries.filter(
    ({ course }) =>
      isWanted(course, options) && canExportEntry(course.hiddenBy).allowed
  )
  const planIds = new Map(
    entries.map(({ course }) => [course.id, course.planId])
  )
  const list = toAreaList(source, {
    kind,
    candidates: medications.candidates.filter((facts) =>
      isWanted(facts, options)
    ),
    items: entries.map(({ course }) =>
      referenceTo('MedicationStatement', course.id)
    )
  })
  return {
    lists: [list],
    resources: [
      ...entries.flatMap((entry) => toCourse(entry, options, planIds)),
      ...toMedications(entries)
    ]
  }
}
