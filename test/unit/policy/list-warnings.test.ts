import { describe, expect, it } from '@jest/globals'
import type { EntryMark } from '../../../src/policy/closure.ts'
import {
  grantedPermissions,
  type RecordPermissions
} from '../../../src/policy/effective-permissions.ts'
import { listWarnings } from '../../../src/policy/list-warnings.ts'
import {
  PATIENT_ACCESS_OFF,
  PRACTICE_ACCESS_OFF
} from '../../../src/policy/record-access-switches.ts'
import type { EntryFacts } from '../../../src/policy/record-access.ts'

const ON = { enabled: true, startDate: null, changedOn: '2023-01-01' }
const DETAILED = grantedPermissions({
  practice: { ...PRACTICE_ACCESS_OFF, DETAILED_CODED: ON },
  patient: { ...PATIENT_ACCESS_OFF, DETAILED_CODED: ON },
  today: '2024-03-01'
})
/** Nothing but what was recorded from 2024 on. */
const FROM_2024 = grantedPermissions({
  practice: { ...PRACTICE_ACCESS_OFF, FULL_RECORD: ON },
  patient: {
    ...PATIENT_ACCESS_OFF,
    PROSPECTIVE: { ...ON, startDate: '2024-01-01' }
  },
  today: '2024-03-01'
})

const entry = (
  marks: readonly EntryMark[],
  changes: Partial<EntryFacts> = {}
): EntryFacts => ({
  area: 'ALLERGIES',
  clinicalDate: '2024-02-01',
  recordedDate: '2024-02-01',
  hiddenBy: marks.map((mark) => ({ mark, originId: 'x', inherited: false })),
  ...changes
})

const warningsOf = (
  candidates: readonly EntryFacts[],
  permissions: RecordPermissions = DETAILED
) =>
  listWarnings({
    permissions,
    candidates,
    transferPending: false,
    signalHiddenItems: true
  })

describe('the warnings of a List (R18)', () => {
  it.each<[EntryMark, readonly string[]]>([
    ['RESTRICTED', ['confidential-items']],
    ['STAFF_CONFIDENTIAL', ['confidential-items']],
    ['UNFILED', ['data-awaiting-filing']],
    ['UNREVIEWED', ['data-awaiting-filing']],
    ['DRAFT', []],
    ['DIARY', []],
    ['ENTERED_IN_ERROR', []]
  ])('an entry marked %s gives %j', (mark, warnings) => {
    expect(warningsOf([entry([]), entry([mark])])).toEqual(warnings)
  })

  it('call an entry both restricted and unfiled confidential', () => {
    expect(warningsOf([entry(['UNFILED', 'RESTRICTED'])])).toEqual([
      'confidential-items'
    ])
  })

  it('keep silent on what its rung or date would hide anyway', () => {
    const document = entry(['RESTRICTED'], { area: 'DOCUMENTS' })
    expect(warningsOf([document])).toEqual([])
    const old = entry(['RESTRICTED'], { recordedDate: '2023-12-31' })
    expect(warningsOf([old], FROM_2024)).toEqual([])
  })

  it('keep silent on a restricted entry that was entered in error', () => {
    expect(warningsOf([entry(['RESTRICTED', 'ENTERED_IN_ERROR'])])).toEqual([])
  })

  it('come in one order, and transfer with the switch off too', () => {
    const candidates = [entry(['UNFILED']), entry(['RESTRICTED'])]
    const given = { permissions: DETAILED, candidates, transferPending: true }
    expect(listWarnings({ ...given, signalHiddenItems: true })).toEqual([
      'confidential-items',
      'data-in-transit',
      'data-awaiting-filing'
    ])
    expect(listWarnings({ ...given, signalHiddenItems: false })).toEqual([
      'data-in-transit'
    ])
  })

  it('tell of a course whose hidden issue would have brought it (R22)', () => {
    const old = { area: 'MEDICATIONS', recordedDate: '2020-01-01' } as const
    const courseOf = (issue: EntryFacts) =>
      entry(['RESTRICTED'], { ...old, broughtBy: [issue] })
    const issue = (marks: readonly EntryMark[]) =>
      entry(marks, { area: 'MEDICATIONS' })
    expect(warningsOf([courseOf(issue(['RESTRICTED']))], FROM_2024)).toEqual([
      'confidential-items'
    ])
    expect(
      warningsOf(
        [courseOf(issue(['RESTRICTED', 'ENTERED_IN_ERROR']))],
        FROM_2024
      )
    ).toEqual([])
  })
})
