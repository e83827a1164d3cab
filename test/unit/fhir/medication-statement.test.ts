import { describe, expect, it } from '@jest/globals'
import { toMedicationStatement } from '../../../src/modules/record/medications/medication-statement.fhir.ts'
import { toMedication } from '../../../src/modules/record/medications/medication.fhir.ts'
import {
  MEDICATION_COURSE_KIND,
  PRESCRIBING_AGENCIES,
  type MedicationCourseRow
} from '../../../src/modules/record/medications/medication.row.ts'
import { visible } from '../../../src/policy/record-access.ts'
import { gpcCodeSystem } from '../../../src/vocabulary/fhir-system.ts'
import { idOf, PATIENT_ID } from '../../support/builders/ids.ts'
import {
  concept,
  courseRow,
  PARACETAMOL,
  repeatRow
} from '../../support/builders/record.ts'
import {
  permissionsAt,
  type Level
} from '../../support/builders/structured-record.ts'
import { extensionNamed } from '../../support/fhir-resources.ts'

const shown = (row: MedicationCourseRow, level: Level = 'full') => {
  const [course] = visible(permissionsAt(level), [row], MEDICATION_COURSE_KIND)
  if (!course) throw new Error('the policy shows no such row')
  return course
}

const mapped = (row: MedicationCourseRow, level?: Level) =>
  toMedicationStatement(shown(row, level))

describe('MedicationStatement (digest 4.4)', () => {
  it('is based on exactly its plan', () => {
    const row = courseRow(1)
    expect(mapped(row)).toMatchObject({
      id: row.id,
      identifier: row.identifiers,
      basedOn: [{ reference: `MedicationRequest/${row.planId}` }],
      status: 'completed',
      subject: { reference: `Patient/${PATIENT_ID}` },
      taken: 'unk',
      dateAsserted: '2022-01-10T09:00:00+00:00',
      effectivePeriod: { start: '2022-01-10', end: '2022-02-06' },
      note: [{ text: 'asked for by phone' }],
      dosage: [
        { text: 'one three times a day', patientInstruction: 'with food' }
      ]
    })
  })

  it('has no end while it is active', () => {
    const row = repeatRow(1, { effectiveEnd: '2030-01-01' })
    expect(mapped(row).effectivePeriod).toEqual({ start: '2022-01-10' })
  })

  it('takes the plan’s date when it has none of its own (Ruling R22)', () => {
    const row = courseRow(1, {
      dateAsserted: null,
      planAuthoredOn: '2022-01-09'
    })
    expect(mapped(row).dateAsserted).toBe('2022-01-09')
  })

  it.each(PRESCRIBING_AGENCIES)('says who prescribes: %s', (agency) => {
    const row = courseRow(1, { prescribingAgency: agency })
    expect(extensionNamed(mapped(row), 'PrescribingAgency')).toMatchObject({
      valueCodeableConcept: {
        coding: [
          {
            system: gpcCodeSystem('CareConnect-PrescribingAgency'),
            code: agency
          }
        ]
      }
    })
  })

  it('says when it was issued last, if it was', () => {
    const named = 'MedicationStatementLastIssueDate'
    expect(extensionNamed(mapped(courseRow(1)), named)).toMatchObject({
      valueDateTime: '2022-01-10'
    })
    const never = courseRow(1, { lastIssueDate: null })
    expect(extensionNamed(mapped(never), named)).toBeUndefined()
  })

  it('has GP Connect’s words for an unknown dosage', () => {
    const row = courseRow(1, { dosageText: null, patientInstruction: null })
    expect(mapped(row).dosage).toEqual([{ text: 'No information available' }])
  })

  it.each([
    'partOf',
    'category',
    'derivedFrom',
    'informationSource',
    'reasonNotTaken',
    'context'
  ])('never has %s', (element) => {
    expect(mapped(courseRow(1))).not.toHaveProperty(element)
  })

  it('keeps its dosage and loses its notes below full (Ruling R20)', () => {
    const statement = mapped(courseRow(1), 'documents')
    expect(statement).not.toHaveProperty('note')
    expect(statement.dosage).toEqual([
      { text: 'one three times a day', patientInstruction: 'with food' }
    ])
  })
})

describe('Medication (digest 4.4)', () => {
  const medicationOf = (row: MedicationCourseRow) => toMedication(shown(row))

  it('is one for one concept of a practice', () => {
    const rewritten = { coding: [...PARACETAMOL.coding], text: null }
    expect(medicationOf(courseRow(2, { medication: rewritten })).id).toBe(
      medicationOf(courseRow(1)).id
    )
  })

  it.each([
    [
      'concept',
      courseRow(1, {
        medication: concept('322280009', 'Paracetamol 500mg capsules')
      })
    ],
    [
      'text',
      courseRow(1, { medication: { ...PARACETAMOL, text: 'pain killers' } })
    ],
    ['practice', courseRow(1, { practiceId: idOf(1, 9) })]
  ])('is another for another %s', (_what, row) => {
    expect(medicationOf(row).id).not.toBe(medicationOf(courseRow(1)).id)
  })

  it('keeps the name of an uncoded medicine at every rung', () => {
    const medication = {
      ...concept('196421000000109', 'Transfer-degraded medication entry'),
      text: 'Aunt May’s ointment'
    }
    const course = shown(courseRow(1, { medication }), 'summary')
    expect(toMedication(course).code?.text).toBe('Aunt May’s ointment')
  })
})
