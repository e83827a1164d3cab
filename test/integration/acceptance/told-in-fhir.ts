import type {
  Annotation,
  Bundle,
  CodeableConcept,
  Reference,
  Resource
} from 'fhir/r3.js'
import {
  askStructuredRecord,
  bundleOf
} from '../../support/structured-record.ts'
import { nameOf, refusal, said, type Refused, type Told } from './told.ts'

/** A resource, whichever it is, with what is looked at here. */
interface Held extends Resource {
  readonly intent?: string
  readonly name?: string
  readonly code?: CodeableConcept
  readonly medicationReference?: Reference
  readonly note?: readonly Annotation[]
  readonly contained?: readonly Held[]
}

/** The resources, and those that Lists contain: ended allergies. */
const resourcesOf = ({ entry = [] }: Bundle): readonly Held[] =>
  entry.flatMap(({ resource }) => {
    const held: readonly Held[] = resource ? [resource] : []
    return held.flatMap((one) =>
      one.resourceType === 'List' ? (one.contained ?? []) : [one]
    )
  })

const toTold = (held: readonly Held[], codedAreas: boolean): Told => {
  const ofType = (type: string) =>
    held.filter(({ resourceType }) => resourceType === type)
  const medicines = new Map(
    ofType('Medication').map(({ id, code }) => [
      `Medication/${id}`,
      nameOf(code)
    ])
  )
  const allergies = ofType('AllergyIntolerance')
  const courses = ofType('MedicationStatement')
  const issues = ofType('MedicationRequest').filter(
    ({ intent }) => intent === 'order'
  )
  const all = [...allergies, ...courses, ...issues]
  return {
    ids: said(all.map(({ id }) => id)),
    entries: said([
      ...allergies.map(({ code }) => nameOf(code)),
      ...courses.map(({ medicationReference }) =>
        medicines.get(medicationReference?.reference ?? '')
      )
    ]),
    notes: said(all.flatMap(({ note = [] }) => note.map(({ text }) => text))),
    branch: ofType('Location')[0]?.name ?? null,
    codedAreas
  }
}

/** The record as `$gpc.getstructuredrecord` gives it. */
export const toldInFhir = async (
  url: string,
  asked: { token: string; nhsNumber: string }
): Promise<Told | Refused> => {
  const answer = await askStructuredRecord(url, asked)
  if (answer.status !== 200) return refusal(answer.status)
  const parameters = [{ name: 'includeProblems' }]
  const coded = await askStructuredRecord(url, { ...asked, parameters })
  return toTold(resourcesOf(bundleOf(answer)), coded.status === 200)
}
