import { describe, expect, it } from '@jest/globals'
import type { PatientStanding } from '../../../src/policy/online-access.ts'
import {
  PATIENT_ACCESS_OFF,
  PRACTICE_ACCESS_OFF,
  type PatientRecordAccess,
  type PracticeRecordAccess
} from '../../../src/policy/record-access-switches.ts'
import {
  patientSwitchEffects,
  practiceSwitchEffects,
  stillShowing
} from '../../../src/policy/switch-effects.ts'
import type { RecordAccessSwitch } from '../../../src/vocabulary/access-level.ts'
import { parseNhsNumber } from '../../../src/vocabulary/nhs-number.ts'
import { parseOdsCode } from '../../../src/vocabulary/ods-code.ts'
import { parsed, TODAY } from '../../support/arbitraries.ts'

const ON = { enabled: true, startDate: null, changedOn: '2023-01-01' }
const from = (startDate: string) => ({ ...ON, startDate })
const TOMORROW = '2024-03-02'

const STANDING: PatientStanding = {
  nhsNumber: parsed(parseNhsNumber('9991230017')),
  odsCode: parsed(parseOdsCode('A81001')),
  active: true,
  deceased: false,
  sensitive: false,
  birthDate: '1970-01-01',
  masterState: 'ENABLED',
  competence: 'NOT_ASSESSED'
}

const effectsOf = (
  patient: Partial<PatientRecordAccess>,
  practice: Partial<PracticeRecordAccess>,
  standing: Partial<PatientStanding> = {}
) =>
  patientSwitchEffects({
    practice: { ...PRACTICE_ACCESS_OFF, ...practice },
    patient: { ...PATIENT_ACCESS_OFF, ...patient },
    standing: { ...STANDING, ...standing },
    today: TODAY
  })

const effectOf = (
  level: RecordAccessSwitch,
  ...given: Parameters<typeof effectsOf>
) => effectsOf(...given).find((effect) => effect.level === level)

const ALL = { SUMMARY: ON, DETAILED_CODED: ON, DOCUMENT: ON, FULL_RECORD: ON }

describe("a patient's switch under the practice's ceiling (R1)", () => {
  it('is effective when on, begun, and allowed by the practice', () => {
    expect(effectOf('DOCUMENT', { DOCUMENT: ON }, ALL)).toMatchObject({
      effective: true,
      ineffectiveBecause: [],
      showsUpTo: 'DOCUMENTS'
    })
  })

  it("drops a full record to the practice's next rung, not to none", () => {
    expect(
      effectOf(
        'FULL_RECORD',
        { FULL_RECORD: ON },
        { SUMMARY: ON, DETAILED_CODED: ON }
      )
    ).toMatchObject({
      effective: false,
      ineffectiveBecause: ['LIMITED_BY_PRACTICE'],
      showsUpTo: 'DETAILED'
    })
  })

  it('is capped by what a higher switch of the practice still allows', () => {
    expect(
      effectOf('SUMMARY', { SUMMARY: ON }, { DETAILED_CODED: ON })
    ).toMatchObject({ effective: true, showsUpTo: 'SUMMARY' })
  })

  it('shows nothing while the practice shows nothing to anyone', () => {
    expect(effectOf('SUMMARY', { SUMMARY: ON }, {})).toMatchObject({
      effective: false,
      ineffectiveBecause: ['LIMITED_BY_PRACTICE'],
      showsUpTo: 'NONE'
    })
  })

  it('waits for a start, its own or that of the practice (R4)', () => {
    expect(
      effectOf('PROSPECTIVE', { PROSPECTIVE: from(TOMORROW) }, ALL)
    ).toMatchObject({
      effective: false,
      ineffectiveBecause: ['START_DATE_IN_FUTURE'],
      showsUpTo: 'NONE'
    })
    expect(
      effectOf('PROSPECTIVE', { PROSPECTIVE: from(TODAY) }, ALL)
    ).toMatchObject({ effective: true, showsUpTo: 'FULL' })
    expect(
      effectOf(
        'PROSPECTIVE',
        { PROSPECTIVE: from(TODAY) },
        { SUMMARY: ON, FULL_RECORD: from(TOMORROW) }
      )
    ).toMatchObject({
      ineffectiveBecause: ['LIMITED_BY_PRACTICE'],
      showsUpTo: 'SUMMARY'
    })
  })

  it('gives every reason, the nearest first', () => {
    expect(
      effectOf(
        'FULL_RECORD',
        { FULL_RECORD: from(TOMORROW) },
        { SUMMARY: ON },
        { deceased: true, active: false, masterState: 'DISABLED_BY_PRACTICE' }
      )?.ineffectiveBecause
    ).toEqual([
      'START_DATE_IN_FUTURE',
      'LIMITED_BY_PRACTICE',
      'PATIENT_DECEASED',
      'PATIENT_INACTIVE',
      'ONLINE_ACCESS_DISABLED'
    ])
  })
})

describe('a switch of a patient who may not use online services', () => {
  it.each([
    [{ masterState: 'NEVER_ENABLED' }, 'ONLINE_ACCESS_NEVER_ENABLED'],
    [{ masterState: 'DISABLED_BY_PRACTICE' }, 'ONLINE_ACCESS_DISABLED'],
    [{ birthDate: '2015-01-01' }, 'COMPETENCE_NOT_ASSESSED'],
    [{ competence: 'NOT_COMPETENT' }, 'COMPETENCE_DECLINED'],
    [{ sensitive: true }, 'PATIENT_SENSITIVE'],
    [{ deceased: true }, 'PATIENT_DECEASED'],
    [{ active: false }, 'PATIENT_INACTIVE']
  ] as const)('%j: says %s and shows nothing', (standing, reason) => {
    expect(effectOf('SUMMARY', { SUMMARY: ON }, ALL, standing)).toMatchObject({
      effective: false,
      ineffectiveBecause: [reason],
      showsUpTo: 'NONE'
    })
  })
})

describe('a switch of the practice', () => {
  it('is effective once on and begun', () => {
    const effects = practiceSwitchEffects(
      { ...PRACTICE_ACCESS_OFF, SUMMARY: ON, FULL_RECORD: from(TOMORROW) },
      TODAY
    )
    expect(
      effects.map(({ level, ineffectiveBecause, showsUpTo }) => [
        level,
        ineffectiveBecause,
        showsUpTo
      ])
    ).toEqual([
      ['SUMMARY', [], 'SUMMARY'],
      ['DETAILED_CODED', ['SWITCHED_OFF'], 'NONE'],
      ['DOCUMENT', ['SWITCHED_OFF'], 'NONE'],
      ['FULL_RECORD', ['START_DATE_IN_FUTURE'], 'NONE']
    ])
  })
})

describe('what still shows once a switch is off (R3)', () => {
  it('summary off under detailed coded: detailed coded shows it', () => {
    const effects = effectsOf({ DETAILED_CODED: ON }, ALL)
    expect(stillShowing(effects, 'SUMMARY')).toEqual(['DETAILED_CODED'])
  })

  it('detailed coded off over summary: nothing does', () => {
    const effects = effectsOf({ SUMMARY: ON }, ALL)
    expect(stillShowing(effects, 'DETAILED_CODED')).toEqual([])
  })

  it('a full record that the practice limits shows what it may', () => {
    const effects = effectsOf({ FULL_RECORD: ON }, { DETAILED_CODED: ON })
    expect(stillShowing(effects, 'SUMMARY')).toEqual(['FULL_RECORD'])
    expect(stillShowing(effects, 'DOCUMENT')).toEqual([])
  })

  it('at the practice too', () => {
    const effects = practiceSwitchEffects(
      { ...PRACTICE_ACCESS_OFF, DETAILED_CODED: ON },
      TODAY
    )
    expect(stillShowing(effects, 'SUMMARY')).toEqual(['DETAILED_CODED'])
  })
})
