import { describe, expect, it } from '@jest/globals'
import type { MedicationOptions } from '../../../src/modules/fhir-export/structured-record-request.ts'
import { idOf } from '../../support/builders/ids.ts'
import {
  courseRow,
  issueRow,
  repeatRow
} from '../../support/builders/record.ts'
import {
  bundleOf,
  permissionsAt,
  sourceOf,
  type Course
} from '../../support/builders/structured-record.ts'
import { ofType, typesIn } from '../../support/fhir-resources.ts'

const ALL: MedicationOptions = {
  includeIssues: true,
  searchFrom: null,
  prescriptionTypes: []
}

const searched = (
  medications: readonly Course[],
  options: Partial<MedicationOptions>
) =>
  bundleOf(sourceOf({ medications }), { medications: { ...ALL, ...options } })

const isFound = (
  course: Course['course'],
  options: Partial<MedicationOptions>
) => ofType(searched([{ course }], options), 'MedicationStatement').length === 1

describe('medicationSearchFromDate (digest 1.3)', () => {
  const from = { searchFrom: '2022-03-01' }

  it.each([
    ['ended that day', { effectiveEnd: '2022-03-01' }, true],
    ['ended the day before', { effectiveEnd: '2022-02-28' }, false],
    ['ended some day of that month', { effectiveEnd: '2022-03' }, true],
    ['ended some day of that year', { effectiveEnd: '2022' }, true],
    ['ended the month before', { effectiveEnd: '2022-02' }, false],
    [
      'ended at some time that day',
      { effectiveEnd: '2022-03-01T08:00:00+00:00' },
      true
    ],
    ['acute, without an end, begun before', { effectiveEnd: null }, false],
    [
      'acute, without an end, begun that day',
      { effectiveEnd: null, effectiveStart: '2022-03-01' },
      true
    ],
    [
      'repeat, without an end',
      { effectiveEnd: null, prescriptionType: 'repeat' },
      true
    ],
    ['repeat, ended before', { prescriptionType: 'repeat' }, false],
    [
      'prescribed elsewhere, ended before',
      { prescribingAgency: 'prescribed-by-another-organisation' },
      true
    ]
  ] as const)('%s', (_what, changes, found) => {
    expect(isFound(courseRow(1, changes), from)).toBe(found)
  })

  it('leaves out nothing when it is not given', () => {
    expect(isFound(courseRow(1), {})).toBe(true)
  })
})

describe('filterPrescriptionType (digest 1.3)', () => {
  it('keeps any of the types', () => {
    const wanted = { prescriptionTypes: ['acute', 'repeat'] } as const
    expect(isFound(courseRow(1), wanted)).toBe(true)
    expect(isFound(repeatRow(1), wanted)).toBe(true)
    expect(
      isFound(courseRow(1, { prescriptionType: 'repeat-dispensing' }), wanted)
    ).toBe(false)
  })

  it('leaves nothing of a course that is left out', () => {
    const course = repeatRow(1)
    const bundle = searched([{ course, issues: [issueRow(1, course)] }], {
      prescriptionTypes: ['acute']
    })
    expect(typesIn(bundle)).not.toContain('MedicationRequest')
    expect(typesIn(bundle)).not.toContain('Medication')
  })
})

describe('A course in the Bundle (digest 4.4)', () => {
  const course = repeatRow(1)
  const medications = [
    { course, issues: [issueRow(1, course), issueRow(2, course)] }
  ]

  it('is one statement, one plan and its orders', () => {
    const bundle = searched(medications, {})
    const requests = ofType(bundle, 'MedicationRequest')
    expect(ofType(bundle, 'MedicationStatement')).toHaveLength(1)
    expect(requests.map(({ intent }) => intent)).toEqual([
      'plan',
      'order',
      'order'
    ])
  })

  it('has no orders when issues are not wanted', () => {
    const bundle = searched(medications, { includeIssues: false })
    expect(ofType(bundle, 'MedicationRequest')).toHaveLength(1)
  })

  it('shares its medicine with other courses of it', () => {
    const bundle = searched([...medications, { course: courseRow(2) }], {})
    expect(typesIn(bundle).filter((type) => type === 'Medication')).toEqual([
      'Medication'
    ])
  })

  it.each([
    ['in the Bundle too', {}, `MedicationRequest/${idOf(7, 1)}`],
    ['filtered out', { prescriptionTypes: ['acute'] }, undefined]
  ] as const)('names a prior plan that is %s', (_what, options, reference) => {
    const changed = courseRow(2, { priorCourseId: course.id })
    const bundle = searched([{ course: changed }, { course }], options)
    const plan = ofType(bundle, 'MedicationRequest').find(
      ({ id }) => id === changed.planId
    )
    expect(plan?.priorPrescription?.reference).toBe(reference)
  })

  it('names no prior plan that is hidden', () => {
    const hidden = {
      ...course,
      hiddenBy: [
        { mark: 'RESTRICTED', originId: course.id, inherited: false } as const
      ]
    }
    const changed = courseRow(2, { priorCourseId: course.id })
    const source = sourceOf({
      permissions: permissionsAt('full'),
      medications: [{ course: changed }, { course: hidden }]
    })
    expect(JSON.stringify(bundleOf(source))).not.toContain(course.planId)
  })
})
