import { describe, expect, it } from '@jest/globals'
import {
  toMedicationOrder,
  toMedicationPlan
} from '../../../src/modules/record/medications/medication-request.fhir.ts'
import {
  MEDICATION_COURSE_KIND,
  MEDICATION_ISSUE_KIND,
  type MedicationCourseRow,
  type MedicationIssueRow
} from '../../../src/modules/record/medications/medication.row.ts'
import { visible } from '../../../src/policy/record-access.ts'
import { idOf, RECORDER_ID } from '../../support/builders/ids.ts'
import {
  concept,
  courseRow,
  issueRow,
  repeatRow
} from '../../support/builders/record.ts'
import {
  permissionsAt,
  type Level
} from '../../support/builders/structured-record.ts'
import { extensionNamed, nameOf } from '../../support/fhir-resources.ts'

const shown = (row: MedicationCourseRow, level: Level = 'full') => {
  const [course] = visible(permissionsAt(level), [row], MEDICATION_COURSE_KIND)
  if (!course) throw new Error('the policy shows no such row')
  return course
}

const planOf = (row: MedicationCourseRow, level?: Level) =>
  toMedicationPlan(shown(row, level), null)

const orderOf = (
  course: MedicationCourseRow,
  changes: Partial<MedicationIssueRow> = {},
  level: Level = 'full'
) => {
  const [issue] = visible(
    permissionsAt(level),
    [issueRow(1, course, changes)],
    MEDICATION_ISSUE_KIND
  )
  if (!issue) throw new Error('the policy shows no such issue')
  return toMedicationOrder(issue, shown(course, level))
}

describe('A plan (digest 4.4)', () => {
  it('is based on nothing and says what is supplied', () => {
    const row = repeatRow(1)
    const plan = planOf(row)
    expect(plan).toMatchObject({
      id: row.planId,
      identifier: row.planIdentifiers,
      intent: 'plan',
      status: 'active',
      authoredOn: '2022-01-10T09:00:00+00:00',
      groupIdentifier: { value: 'group-1' },
      recorder: { reference: `Practitioner/${RECORDER_ID}` },
      note: [{ text: 'review in a month' }],
      dosageInstruction: [
        { text: 'one three times a day', patientInstruction: 'with food' }
      ],
      dispenseRequest: {
        validityPeriod: { start: '2022-01-10', end: '2022-07-10' },
        quantity: { value: 84, unit: 'tablet' },
        expectedSupplyDuration: {
          value: 28,
          unit: 'day',
          system: 'http://unitsofmeasure.org',
          code: 'd'
        }
      }
    })
    expect(plan).not.toHaveProperty('basedOn')
  })

  it.each(['repeat', 'repeat-dispensing'] as const)(
    'of a %s says how often',
    (prescriptionType) => {
      const plan = planOf(repeatRow(1, { prescriptionType }))
      expect(extensionNamed(plan, 'MedicationRepeatInformation')).toMatchObject(
        {
          extension: [
            { url: 'numberOfRepeatPrescriptionsAllowed', valueUnsignedInt: 6 },
            { url: 'numberOfRepeatPrescriptionsIssued', valueUnsignedInt: 2 },
            { url: 'authorisationExpiryDate', valueDateTime: '2022-07-10' }
          ]
        }
      )
    }
  )

  it.each(['acute', 'delayed-prescribing', 'acute-handwritten'] as const)(
    'of an %s never does',
    (prescriptionType) => {
      const plan = planOf(repeatRow(1, { prescriptionType }))
      expect(plan.extension?.map(nameOf)).toEqual(['PrescriptionType'])
    }
  )

  it('says nothing of repeats without the mandatory number issued', () => {
    const plan = planOf(repeatRow(1, { repeatsIssued: null }))
    expect(plan.extension?.map(nameOf)).toEqual(['PrescriptionType'])
  })

  it.each([
    ['acute', 'acute', 'Acute'],
    ['repeat', 'repeat', 'Repeat'],
    ['repeat-dispensing', 'repeat-dispensing', 'Repeat dispensing'],
    ['delayed-prescribing', 'delayed-prescribing', 'Delayed prescribing'],
    ['acute-handwritten', 'acute', 'Acute']
  ] as const)('of type %s is sent as %s', (prescriptionType, code, display) => {
    const plan = planOf(courseRow(1, { prescriptionType }))
    expect(extensionNamed(plan, 'PrescriptionType')).toMatchObject({
      valueCodeableConcept: { coding: [{ code, display }] }
    })
  })

  const stopped = { status: 'stopped', planStatus: 'stopped' } as const
  const reason = concept(
    '395009001',
    'Medication stopped - side effect',
    'a rash'
  )

  it('that was stopped says when and why', () => {
    const row = courseRow(1, {
      ...stopped,
      stopReason: reason,
      stoppedOn: '2022-02-01'
    })
    expect(extensionNamed(planOf(row), 'MedicationStatusReason')).toMatchObject(
      {
        extension: [
          {
            url: 'statusReason',
            valueCodeableConcept: {
              coding: [{ code: '395009001' }],
              text: 'a rash'
            }
          },
          { url: 'statusChangeDate', valueDateTime: '2022-02-01' }
        ]
      }
    )
  })

  it('that was stopped says so without a reason, on the day it ended', () => {
    expect(
      extensionNamed(planOf(courseRow(1, stopped)), 'MedicationStatusReason')
    ).toMatchObject({
      extension: [
        { valueCodeableConcept: { text: 'No information available' } },
        { valueDateTime: '2022-02-06' }
      ]
    })
  })

  it('below full loses the words of a reason and its notes (Ruling R20)', () => {
    const coded = courseRow(1, { ...stopped, stopReason: reason })
    const inWords = courseRow(1, {
      ...stopped,
      stopReason: { coding: [], text: 'a rash' }
    })
    for (const row of [coded, inWords]) {
      const text = JSON.stringify(planOf(row, 'documents'))
      expect(text).not.toContain('a rash')
      expect(text).not.toContain('review in a month')
    }
    expect(JSON.stringify(planOf(inWords, 'documents'))).toContain(
      'No information available'
    )
  })

  it('names the plan it replaced only when told to', () => {
    const row = shown(courseRow(1, { priorCourseId: idOf(6, 2) }))
    expect(toMedicationPlan(row, null)).not.toHaveProperty('priorPrescription')
    expect(toMedicationPlan(row, idOf(7, 2)).priorPrescription).toEqual({
      reference: `MedicationRequest/${idOf(7, 2)}`
    })
  })
})

describe('An order (digest 4.4)', () => {
  it('is based on its plan and of its course’s type', () => {
    const course = repeatRow(1)
    const order = orderOf(course)
    expect(order).toMatchObject({
      intent: 'order',
      status: 'completed',
      basedOn: [{ reference: `MedicationRequest/${course.planId}` }],
      groupIdentifier: { value: 'group-1' },
      authoredOn: '2022-01-10T09:05:00+00:00',
      dispenseRequest: {
        validityPeriod: { start: '2022-01-10', end: '2022-07-10' }
      },
      note: [{ text: 'given to her daughter' }]
    })
    expect(order.extension?.map(nameOf)).toEqual(['PrescriptionType'])
  })

  it('shares the medicine of its course', () => {
    const course = repeatRow(1)
    expect(orderOf(course).medicationReference).toEqual(
      planOf(course).medicationReference
    )
  })

  it('has a quantity in words, in numbers, in both or none', () => {
    const of = (changes: Partial<MedicationIssueRow>) =>
      orderOf(courseRow(1), changes).dispenseRequest?.quantity
    expect(of({ quantity: null })).toMatchObject({
      extension: [{ valueString: '84 tablets' }]
    })
    expect(of({ quantityText: null })).toEqual({ value: 84, unit: 'tablet' })
    expect(of({ quantity: null, quantityText: null })).toBeUndefined()
  })

  it('loses its note below full (Ruling R20)', () => {
    expect(orderOf(courseRow(1), {}, 'summary')).not.toHaveProperty('note')
  })

  it.each([
    'definition',
    'category',
    'priority',
    'supportingInformation',
    'reasonCode',
    'reasonReference',
    'substitution',
    'detectedIssue',
    'eventHistory',
    'context'
  ])('never has %s', (element) => {
    expect(orderOf(repeatRow(1))).not.toHaveProperty(element)
    expect(planOf(repeatRow(1))).not.toHaveProperty(element)
  })
})
