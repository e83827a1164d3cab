import { describe, expect, it } from '@jest/globals'
import type { Bundle } from 'fhir/r3.js'
import { patientRow } from '../../support/builders/people.ts'
import {
  allergyRow,
  courseRow,
  endedAllergyRow,
  issueRow,
  repeatRow
} from '../../support/builders/record.ts'
import {
  bundleOf,
  marked,
  permissionsAt,
  sourceOf,
  STAFF,
  type Content
} from '../../support/builders/structured-record.ts'
import {
  extensionNamed,
  listTitled,
  ofType
} from '../../support/fhir-resources.ts'
import type { StructuredRecordSource } from '../../../src/modules/fhir-export/structured-record-source.ts'

const ALLERGIES = 'Allergies and adverse reactions'
const ENDED = 'Ended allergies'
const MEDICATIONS = 'Medications and medical devices'

const CONFIDENTIAL =
  'Items excluded due to confidentiality and/or patient preferences.'
const IN_TRANSIT =
  'Patient record transfer from previous GP practice not yet complete; information recorded before 05-Feb-2019 may be missing.'

const recordOf = (
  content: Content,
  changes: Partial<StructuredRecordSource> = {}
): Bundle => bundleOf(sourceOf(content, changes))

const titlesIn = (bundle: Bundle) =>
  ofType(bundle, 'List').map(({ title }) => title)

const warningsOn = (bundle: Bundle, title: string) =>
  (listTitled(bundle, title).extension ?? []).flatMap(
    ({ valueCode }) => valueCode ?? []
  )

describe('Lists (digest 4.2)', () => {
  const bundle = recordOf({
    allergies: [allergyRow(1), endedAllergyRow(2)],
    medications: [{ course: courseRow(1) }]
  })

  it.each([
    [ALLERGIES, '886921000000105'],
    [ENDED, '1103671000000101'],
    [MEDICATIONS, '933361000000108']
  ])('%s has code %s, and no id', (title, code) => {
    const list = listTitled(bundle, title)
    expect(list).toMatchObject({
      status: 'current',
      mode: 'snapshot',
      code: {
        coding: [{ system: 'http://snomed.info/sct', code, display: title }]
      }
    })
    expect(list).not.toHaveProperty('id')
    expect(list).not.toHaveProperty('emptyReason')
    expect(list).not.toHaveProperty('note')
    expect(extensionNamed(list, 'ClinicalSetting')).toMatchObject({
      valueCodeableConcept: { coding: [{ code: '1060971000000108' }] }
    })
  })

  it('hold references to active allergies and to statements only', () => {
    expect(listTitled(bundle, ALLERGIES).entry).toEqual([
      { item: { reference: `AllergyIntolerance/${allergyRow(1).id}` } }
    ])
    expect(listTitled(bundle, MEDICATIONS).entry).toEqual([
      { item: { reference: `MedicationStatement/${courseRow(1).id}` } }
    ])
  })

  it('hold ended allergies themselves, which are nowhere else (digest 4.3)', () => {
    const ended = listTitled(bundle, ENDED)
    const { id } = endedAllergyRow(2)
    expect(ended.contained).toMatchObject([{ id, clinicalStatus: 'resolved' }])
    expect(ended.entry).toEqual([{ item: { reference: `#${id}` } }])
    expect(JSON.stringify(bundle).split(`"id":"${id}"`)).toHaveLength(2)
  })

  it('are those of the areas that were asked for', () => {
    expect(titlesIn(recordOf({}))).toEqual([])
    expect(titlesIn(recordOf({ medications: [] }))).toEqual([MEDICATIONS])
    const source = sourceOf({ allergies: [endedAllergyRow(1)] })
    const request = { allergies: { includeResolved: false } }
    expect(titlesIn(bundleOf(source, request))).toEqual([ALLERGIES])
  })

  it('say that they are empty', () => {
    const list = listTitled(recordOf({ allergies: [] }), ALLERGIES)
    expect(list).not.toHaveProperty('entry')
    expect(list).toMatchObject({
      note: [{ text: 'Information not available' }],
      emptyReason: {
        coding: [
          {
            system:
              'https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-ListEmptyReasonCode-1',
            code: 'no-content-recorded',
            display: 'No Content Recorded'
          }
        ]
      }
    })
  })
})

describe('List warnings (digest 5, Ruling R18)', () => {
  const restricted = marked(allergyRow(1), 'RESTRICTED')

  it('a hidden entry warns on the List that would have held it', () => {
    const bundle = recordOf({ allergies: [restricted], medications: [] })
    expect(warningsOn(bundle, ALLERGIES)).toEqual(['confidential-items'])
    expect(warningsOn(bundle, ENDED)).toEqual([])
    expect(warningsOn(bundle, MEDICATIONS)).toEqual([])
  })

  it('a hidden ended allergy warns on the other List', () => {
    const hidden = marked(endedAllergyRow(1), 'STAFF_CONFIDENTIAL')
    const bundle = recordOf({ allergies: [hidden] })
    expect(warningsOn(bundle, ALLERGIES)).toEqual([])
    expect(warningsOn(bundle, ENDED)).toEqual(['confidential-items'])
  })

  it('an empty List with a warning has one note for both', () => {
    const list = listTitled(recordOf({ allergies: [restricted] }), ALLERGIES)
    expect(list.note).toEqual([
      { text: `${CONFIDENTIAL}\r\nInformation not available` }
    ])
    expect(list).toHaveProperty('emptyReason')
  })

  it('two warnings share one note; nothing is withheld for them', () => {
    const bundle = recordOf(
      { allergies: [restricted, allergyRow(2)] },
      { patient: patientRow({ transferPending: true }) }
    )
    const list = listTitled(bundle, ALLERGIES)
    expect(warningsOn(bundle, ALLERGIES)).toEqual([
      'confidential-items',
      'data-in-transit'
    ])
    expect(list.note).toEqual([{ text: `${CONFIDENTIAL}\r\n${IN_TRANSIT}` }])
    expect(list.entry).toHaveLength(1)
  })

  it('a pending transfer warns on every List', () => {
    const bundle = recordOf(
      { allergies: [], medications: [] },
      { patient: patientRow({ transferPending: true }) }
    )
    for (const { title = '' } of ofType(bundle, 'List')) {
      expect(warningsOn(bundle, title)).toEqual(['data-in-transit'])
    }
  })

  it('a practice may keep hidden items to itself', () => {
    const bundle = recordOf(
      { allergies: [restricted] },
      { signalHiddenItems: false }
    )
    expect(warningsOn(bundle, ALLERGIES)).toEqual([])
  })

  it('an error does not warn', () => {
    const error = marked(allergyRow(1), 'ENTERED_IN_ERROR')
    expect(warningsOn(recordOf({ allergies: [error] }), ALLERGIES)).toEqual([])
  })

  it('a hidden course warns unless the filter leaves it out anyway', () => {
    const hidden = marked(courseRow(1), 'RESTRICTED')
    const source = sourceOf({ medications: [{ course: hidden }] })
    const medications = { includeIssues: true, searchFrom: null }
    const filtered = (prescriptionTypes: readonly ('acute' | 'repeat')[]) =>
      warningsOn(
        bundleOf(source, {
          medications: { ...medications, prescriptionTypes }
        }),
        MEDICATIONS
      )
    expect(filtered(['acute'])).toEqual(['confidential-items'])
    expect(filtered(['repeat'])).toEqual([])
  })
})

describe('Staff’s export (Rulings R17, R23)', () => {
  const course = marked(repeatRow(1), 'RESTRICTED')
  const bundle = recordOf({
    permissions: STAFF,
    allergies: [
      marked(allergyRow(1), 'RESTRICTED'),
      marked(allergyRow(2), 'ENTERED_IN_ERROR')
    ],
    medications: [
      { course, issues: [marked(issueRow(1, course), 'RESTRICTED')] },
      { course: marked(courseRow(2), 'ENTERED_IN_ERROR') }
    ]
  })

  it('has what is hidden from the patient, labelled, and no warning', () => {
    expect(listTitled(bundle, ALLERGIES).entry).toHaveLength(1)
    expect(warningsOn(bundle, ALLERGIES)).toEqual([])
    const labelled = [
      ...ofType(bundle, 'MedicationStatement'),
      ...ofType(bundle, 'MedicationRequest')
    ]
    expect(labelled).toHaveLength(3)
    for (const { meta } of labelled) {
      expect(meta?.security).toMatchObject([{ code: 'NOPAT' }])
    }
  })

  it('has no errors (digest 3)', () => {
    expect(JSON.stringify(bundle)).not.toContain(allergyRow(2).id)
    expect(JSON.stringify(bundle)).not.toContain(courseRow(2).id)
  })

  it('a patient’s never has a label', () => {
    const permissions = permissionsAt('full')
    const own = recordOf({ permissions, allergies: [allergyRow(1)] })
    expect(JSON.stringify(own)).not.toContain('NOPAT')
  })
})
