import { describe, expect, it } from '@jest/globals'
import { ALLERGY_KIND } from '../../../src/modules/record/allergies/allergy.row.ts'
import { explainAccess } from '../../../src/policy/access-explanation.ts'
import { hidingReason } from '../../../src/policy/access-step.ts'
import { denied } from '../../../src/policy/decision.ts'
import { keptBack } from '../../../src/policy/kept-back.ts'
import {
  PATIENT_ACCESS_OFF,
  PRACTICE_ACCESS_OFF
} from '../../../src/policy/record-access-switches.ts'
import { parseNhsNumber } from '../../../src/vocabulary/nhs-number.ts'
import { parseOdsCode } from '../../../src/vocabulary/ods-code.ts'
import { parsed, TODAY } from '../../support/arbitraries.ts'
import { allergyRow } from '../../support/builders/record.ts'

const FREE_TEXT = [
  { field: 'code.text', requiredLevel: 'FULL' },
  { field: 'note', requiredLevel: 'FULL' },
  { field: 'reaction.description', requiredLevel: 'FULL' }
]

const ON = { enabled: true, startDate: null, changedOn: null }
const SUMMARY_ONLY = {
  practice: { ...PRACTICE_ACCESS_OFF, SUMMARY: ON },
  patient: { ...PATIENT_ACCESS_OFF, SUMMARY: ON },
  today: TODAY
}
const ADULT = {
  nhsNumber: parsed(parseNhsNumber('9991230017')),
  odsCode: parsed(parseOdsCode('A81001')),
  active: true,
  deceased: false,
  sensitive: false,
  birthDate: '1950-05-05',
  masterState: 'ENABLED',
  competence: 'NOT_ASSESSED'
} as const

describe('what a level keeps back of an entry', () => {
  it('is its text, by name, with the level that shows it (R20)', () => {
    const { disclosure } = ALLERGY_KIND
    expect(keptBack(allergyRow(1), disclosure, 'SUMMARY')).toEqual(FREE_TEXT)
    expect(keptBack(allergyRow(1), disclosure, 'FULL')).toEqual([])
  })

  it('is a whole part when nothing is left of the part', () => {
    const reaction = {
      manifestation: [],
      severity: null,
      exposureRoute: null,
      description: 'within the hour'
    }
    const row = allergyRow(1, { reaction })
    const fields = keptBack(row, ALLERGY_KIND.disclosure, 'DOCUMENTS')
    expect(fields.map(({ field }) => field)).toContain('reaction')
  })

  it('is a reference out of the summary until detailed (R21)', () => {
    const row = { edge: 'a', title: 'b', empty: null, none: [] }
    const disclosure = {
      edge: 'from-detailed',
      title: 'from-documents',
      empty: 'full-only',
      none: 'full-only'
    } as const
    expect(keptBack(row, disclosure, 'SUMMARY')).toEqual([
      { field: 'edge', requiredLevel: 'DETAILED' },
      { field: 'title', requiredLevel: 'DOCUMENTS' }
    ])
  })

  it('hides an entry of which nothing is left (R20)', () => {
    const row = allergyRow(1, { code: { coding: [], text: 'cats' } })
    const { disclosure } = ALLERGY_KIND
    expect(keptBack(row, disclosure, 'SUMMARY')).toEqual([])
    const explanation = explainAccess(row, ALLERGY_KIND, {
      standing: ADULT,
      sides: SUMMARY_ONLY
    })
    expect(explanation.decision).toEqual(denied('LEVEL_TOO_LOW'))
    const hiding = explanation.steps.filter((step) => hidingReason(step))
    expect(hiding.map(({ kind }) => kind)).toEqual(['CONTENT'])
  })
})
