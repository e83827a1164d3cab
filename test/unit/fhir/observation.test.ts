import { describe, expect, it } from '@jest/globals'
import { toObservation } from '../../../src/modules/record/observations/observation.fhir.ts'
import type { ObservationValue } from '../../../src/modules/record/observations/observation-value.ts'
import {
  NOTE_KIND,
  OBSERVATION_KIND,
  type ObservationRow
} from '../../../src/modules/record/observations/observation.row.ts'
import { visible } from '../../../src/policy/record-access.ts'
import {
  PATIENT_ID,
  PRACTICE_ID,
  RECORDER_ID
} from '../../support/builders/ids.ts'
import {
  BLOOD_PRESSURE,
  millimetres,
  OBSERVATION_TEXTS,
  observationRow
} from '../../support/builders/observation.ts'
import { concept } from '../../support/builders/record.ts'
import {
  marked,
  permissionsAt,
  STAFF,
  type Level
} from '../../support/builders/structured-record.ts'
import { profileErrorsOf } from '../../support/clinical-bundle.ts'
import { hasSharedFhir } from '../../support/fhir-validator.ts'

const shownAt = (row: ObservationRow, level: Level) =>
  visible(permissionsAt(level), [row], OBSERVATION_KIND)

const mapped = (row: ObservationRow, level: Level = 'full') => {
  const [shown] = shownAt(row, level)
  if (!shown) throw new Error('the policy shows no such row')
  return toObservation(shown)
}

const row = (changes: Partial<ObservationRow> = {}) =>
  observationRow('UNCATEGORISED', 1, {
    performers: [
      { kind: 'PRACTITIONER', id: RECORDER_ID },
      { kind: 'ORGANIZATION', id: PRACTICE_ID }
    ],
    ...changes
  })

const PRESSURE = row({ ...BLOOD_PRESSURE, value: null })

const RANGE = {
  low: millimetres(90),
  high: null,
  type: concept('260395002', 'Normal range'),
  appliesTo: [],
  ageLow: null,
  ageHigh: { value: 60, unit: 'a', system: null, code: null },
  text: 'as a rule'
}

const VALUES: readonly (readonly [ObservationValue, object])[] = [
  [
    { type: 'quantity', quantity: millimetres(80), comparator: '>' },
    { valueQuantity: { value: 80, unit: 'mm[Hg]', comparator: '>' } }
  ],
  [{ type: 'text', text: 'clear' }, { valueString: 'clear' }],
  [
    { type: 'concept', concept: concept('8517006', 'Ex-smoker') },
    { valueCodeableConcept: { coding: [{ code: '8517006' }] } }
  ],
  [{ type: 'boolean', boolean: false }, { valueBoolean: false }],
  [{ type: 'dateTime', dateTime: '2020-03' }, { valueDateTime: '2020-03' }],
  [{ type: 'time', time: '10:30:00' }, { valueTime: '10:30:00' }],
  [
    { type: 'period', start: '2020', end: null },
    { valuePeriod: { start: '2020' } }
  ],
  [
    { type: 'range', low: millimetres(1), high: millimetres(2) },
    { valueRange: { low: { value: 1 }, high: { value: 2 } } }
  ],
  [
    { type: 'ratio', numerator: millimetres(1), denominator: millimetres(80) },
    { valueRatio: { numerator: { value: 1 }, denominator: { value: 80 } } }
  ]
]

describe('Observation (digest 4.9)', () => {
  it('has every mandatory element, and a partial date stays partial', () => {
    const one = row()
    expect(mapped(one)).toMatchObject({
      id: one.id,
      identifier: one.identifiers,
      status: 'final',
      code: { coding: [{ code: '27113001' }] },
      subject: { reference: `Patient/${PATIENT_ID}` },
      effectiveDateTime: '2023-05',
      issued: '2023-06-02T09:30:00+01:00',
      performer: [
        { reference: `Practitioner/${RECORDER_ID}` },
        { reference: `Organization/${PRACTICE_ID}` }
      ],
      comment: 'after a long walk'
    })
  })

  it.each(VALUES)('has the value %j by its type', (value, element) => {
    expect(mapped(row({ value }))).toMatchObject(element)
  })

  it('is a period when it took a while', () => {
    const one = mapped(row({ effective: '2020', effectiveUntil: '2021' }))
    expect(one.effectivePeriod).toEqual({ start: '2020', end: '2021' })
    expect(one).not.toHaveProperty('effectiveDateTime')
  })

  it('of a blood pressure has both parts and no value of its own', () => {
    const pressure = mapped(PRESSURE)
    expect(pressure.component).toMatchObject([
      {
        code: { coding: [{ code: '72313002' }] },
        valueQuantity: { value: 130 }
      },
      { valueQuantity: { value: 70, unit: 'mm[Hg]' } }
    ])
    expect(pressure).not.toHaveProperty('valueQuantity')
  })

  it('has a range as long as an end or a text of it is left', () => {
    const words = { ...RANGE, low: null }
    const one = row({ referenceRanges: [RANGE, words] })
    expect(mapped(one).referenceRange).toHaveLength(2)
    expect(mapped(one, 'detailed').referenceRange).toEqual([
      {
        low: { value: 90, unit: 'mm[Hg]' },
        type: {
          coding: [
            {
              system: 'http://snomed.info/sct',
              code: '260395002',
              display: 'Normal range'
            }
          ]
        },
        age: { high: { value: 60, unit: 'a' } }
      }
    ])
  })
})

describe('Observation below full (Ruling R20)', () => {
  it.each(['detailed', 'documents'] as const)('has no words at %s', (level) => {
    const text = JSON.stringify(mapped(row(), level))
    for (const withheld of OBSERVATION_TEXTS) {
      expect(text).not.toContain(withheld)
    }
    expect(mapped(row(), level)).toMatchObject({
      valueQuantity: { value: 71.5 }
    })
  })

  it('has no value that is a string, in a component neither', () => {
    const value = { type: 'text', text: 'clear' } as const
    const [part] = PRESSURE.components
    if (!part) throw new Error('no component')
    const one = row({ value, components: [{ ...part, value }] })
    const seen = mapped(one, 'detailed')
    expect(seen).not.toHaveProperty('valueString')
    expect(Object.keys(seen.component?.[0] ?? {})).toEqual(['code'])
  })

  it('is not there at all when it was only a note (digest 2)', () => {
    const note = observationRow('FILING_COMMENT', 2)
    const shown = (level: Level) =>
      visible(permissionsAt(level), [note], NOTE_KIND)
    expect(shown('documents')).toEqual([])
    expect(shown('full')).toHaveLength(1)
  })

  it('is not there at all below detailed', () => {
    expect(shownAt(row(), 'summary')).toEqual([])
  })
})

describe('Observation in staff’s export (Ruling R17)', () => {
  it('is labelled NOPAT when it is restricted', () => {
    const [shown] = visible(
      STAFF,
      [marked(row(), 'RESTRICTED')],
      OBSERVATION_KIND
    )
    expect(shown && toObservation(shown).meta).toMatchObject({
      security: [{ code: 'NOPAT' }]
    })
  })
})

const describeWithValidator = hasSharedFhir ? describe : describe.skip

describeWithValidator('the profile of Observation', () => {
  it.each<Level>(['detailed', 'full'])('is met at %s', async (level) => {
    const rows = [
      row(),
      { ...PRESSURE, id: `${PRESSURE.id.slice(0, -1)}2` },
      ...VALUES.map(([value], index) =>
        observationRow('UNCATEGORISED', 10 + index, {
          value,
          referenceRanges: [RANGE]
        })
      )
    ]
    const resources = rows.map((one) => mapped(one, level))
    expect(await profileErrorsOf(resources)).toEqual([])
  })
})
