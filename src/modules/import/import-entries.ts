import type { PatientKey } from '../record/area.ts'
import type {
  AllergyContent,
  MedicationCourseContent
} from '../record/entry-content.ts'
import type { RecordWriter } from '../record/record-writer.ts'
import { toAllergy } from './mappers/allergy.source.ts'
import { readMarks } from './mappers/entry-marks.ts'
import type { EntryContext } from './mappers/entry-source.ts'
import type { People } from './mappers/people.ts'
import type { Tally } from './import-report.ts'
import { linkMedications } from './mappers/medication-links.ts'
import { toCourse } from './mappers/medication.source.ts'
import type { PatientIdentity } from './mappers/patient.source.ts'
import type { SourceBundle } from './bundle/source-bundle.ts'
import type { SourceResource } from './bundle/source-resource.ts'

interface EntriesImport {
  readonly source: SourceBundle
  readonly identity: PatientIdentity
  readonly people: People
  readonly writer: RecordWriter
  readonly tally: Tally
  readonly patient: PatientKey
  readonly endedAllergies: readonly SourceResource[]
}

const importAllergies = async (
  options: EntriesImport,
  context: EntryContext
): Promise<readonly string[]> => {
  const { endedAllergies, source, tally, writer } = options
  const contents: AllergyContent[] = []
  const all = [...source.ofType('AllergyIntolerance'), ...endedAllergies]
  for (const resource of all) {
    const ended = endedAllergies.includes(resource)
    const content = await toAllergy(resource, context, ended)
    if (content) contents.push(content)
  }
  const written = await writer.writeAllergies(options.patient, contents)
  if (written.length > 0) {
    tally.add(
      'AllergyIntolerance',
      written.map(({ outcome }) => outcome)
    )
  }
  return written.map(({ id }) => id)
}

const importMedications = async (
  options: EntriesImport,
  context: EntryContext
): Promise<readonly string[]> => {
  const { source, tally, writer } = options
  const links = linkMedications(source)
  const statementOf = new Map<SourceResource, SourceResource>()
  for (const { plan, statement } of links) {
    if (plan && !statementOf.has(plan)) statementOf.set(plan, statement)
  }
  const contents: MedicationCourseContent[] = []
  for (const course of links) {
    const content = await toCourse(course, { ...context, statementOf })
    if (content) contents.push(content)
  }
  const written = await writer.writeMedicationCourses(options.patient, contents)
  const issues = written.flatMap((course) => course.issues)
  const courses = written.map(({ course }) => course)
  if (courses.length > 0) {
    const name = 'MedicationStatement and its plan'
    tally.add(
      name,
      courses.map(({ outcome }) => outcome)
    )
    tally.add(
      'MedicationRequest (order)',
      issues.map(({ outcome }) => outcome)
    )
  }
  return [...courses, ...issues].map(({ id }) => id)
}

/** Ids of all entries that the source has, whether they changed or not. */
export const importEntries = async (
  options: EntriesImport
): Promise<readonly string[]> => {
  const { identity, people, source } = options
  const context: EntryContext = {
    people,
    marks: readMarks(source),
    patient: identity.resource,
    nhsNumber: identity.nhsNumber,
    seen: new Set()
  }
  return [
    ...(await importAllergies(options, context)),
    ...(await importMedications(options, context))
  ]
}
