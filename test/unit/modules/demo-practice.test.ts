import { describe, expect, it } from '@jest/globals'
import { DEMO_PATIENTS } from '../../../src/database/seeders/demo-practice/patients.ts'
import type { DemoPatient } from '../../../src/database/seeders/demo-practice/demo-patient.ts'
import { DEMO_PERSONAS } from '../../../src/database/seeders/demo-practice/personas.ts'
import {
  demoStaff,
  listStaffOf
} from '../../../src/database/seeders/demo-practice/people.ts'
import { DEMO_PRACTICES } from '../../../src/database/seeders/demo-practice/practices.ts'
import {
  canFindPatient,
  canUseOnlineServices
} from '../../../src/policy/online-access.ts'
import {
  grantedPermissions,
  levelOfEntry
} from '../../../src/policy/effective-permissions.ts'
import { permissionsOfStaff } from '../../../src/policy/staff-roles.ts'
import { STAFF_PERMISSIONS } from '../../../src/policy/viewer.ts'
import { parseNhsNumber } from '../../../src/vocabulary/nhs-number.ts'
import { parseOdsCode } from '../../../src/vocabulary/ods-code.ts'
import { firstDayOf } from '../../../src/vocabulary/partial-date.ts'
import { DEMO_RECORDS, practiceOf } from '../../support/demo-records.ts'

/** Any day soon after the last entry. */
const TODAY = '2026-11-23'

const named = (key: string) => {
  const record = DEMO_RECORDS.find((one) => one.key === key)
  if (!record) throw new Error('No such patient')
  return record
}

const standingOf = ({ person, access, odsCode }: DemoPatient) => {
  const nhsNumber = parseNhsNumber(person.nhsNumber)
  const practice = parseOdsCode(odsCode)
  if (!nhsNumber.ok || !practice.ok) throw new Error('Not a valid identifier')
  return {
    ...access,
    nhsNumber: nhsNumber.value,
    odsCode: practice.value,
    active: person.active,
    deceased: person.deceased !== null,
    sensitive: person.sensitive,
    birthDate: person.birthDate
  }
}

/** What stops the patient's own call, or null. */
const refusalOf = (key: string): string | null => {
  const standing = standingOf(named(key).patient)
  const { nhsNumber } = standing
  const found = canFindPatient(
    { kind: 'patient', nhsNumber, identityProofingLevel: 'P9' },
    standing
  )
  if (!found.allowed) return found.reason
  const used = canUseOnlineServices(standing, TODAY)
  return used.allowed ? null : used.reason
}

/** The rung of an entry that happened and was entered on the days given. */
const levelSeen = (key: string, happened: string, entered = happened) => {
  const { patient } = named(key)
  return levelOfEntry(
    grantedPermissions({
      practice: practiceOf(patient).access,
      patient: patient.access.switches,
      today: TODAY
    }),
    { clinicalDate: happened, recordedDate: entered }
  )
}

describe('the demo practice tells a story of every rule', () => {
  it.each([
    ['ada', 'SUMMARY'],
    ['cara', 'DETAILED'],
    ['dev', 'DOCUMENTS'],
    ['ben', 'FULL'],
    ['gwen', 'FULL']
  ])('%s sees the whole record at %s', (key, level) => {
    expect(refusalOf(key)).toBeNull()
    expect(levelSeen(key, '2000-01-01')).toBe(level)
    expect(levelSeen(key, '2026-10-01')).toBe(level)
  })

  it('ella sees what was entered since her start, however old, and no more', () => {
    expect(levelSeen('ella', '1998-01-01', '2024-05-20')).toBe('FULL')
    expect(levelSeen('ella', '2024-03-31')).toBe('NONE')
    const seen = named('ella').allergies.map(({ onset, assertedDate }) =>
      levelSeen('ella', firstDayOf(onset ?? assertedDate), assertedDate)
    )
    expect(seen).toContain('FULL')
    expect(seen).toContain('NONE')
  })

  it('finn sees in full what happened since his start, a summary before', () => {
    expect(levelSeen('finn', '2021-12-31')).toBe('SUMMARY')
    expect(levelSeen('finn', '2022-01-01')).toBe('FULL')
    const seen = named('finn').allergies.map(({ onset, assertedDate }) =>
      levelSeen('finn', firstDayOf(onset ?? assertedDate), assertedDate)
    )
    expect(new Set(seen)).toEqual(new Set(['FULL', 'SUMMARY']))
  })

  it('priya was given full and sees what her practice allows', () => {
    expect(named('priya').patient.access.switches.FULL_RECORD.enabled).toBe(
      true
    )
    expect(levelSeen('priya', '2026-01-01')).toBe('DETAILED')
  })

  it.each([
    ['hari', 'COMPETENCE_NOT_ASSESSED'],
    ['owen', null],
    ['iris', 'PATIENT_DECEASED'],
    ['jack', 'ONLINE_ACCESS_DISABLED'],
    ['kezia', 'ONLINE_ACCESS_NEVER_ENABLED'],
    ['liam', 'PATIENT_SENSITIVE'],
    ['maya', 'PATIENT_INACTIVE'],
    ['noor', null]
  ])('%s asks for their own record: %s', (key, refusal) => {
    expect(refusalOf(key)).toBe(refusal)
  })

  it('has a record still in transit, and a child assessed competent', () => {
    expect(named('noor').patient.person.transferPending).toBe(true)
    expect(named('owen').patient.access.competenceReason).not.toBeNull()
  })

  it('hides entries in each of the three ways, one by an issue alone', () => {
    const entries = DEMO_RECORDS.flatMap(
      ({ allergies, medications, issues }) => [
        ...allergies,
        ...medications,
        ...issues
      ]
    )
    expect(entries.some(({ staffConfidential }) => staffConfidential)).toBe(
      true
    )
    expect(entries.some(({ enteredInError }) => enteredInError)).toBe(true)
    const { allergies, medications } = named('gwen')
    expect(allergies.some(({ restricted }) => restricted)).toBe(true)
    const partly = medications.filter(
      ({ restricted, issues }) =>
        !restricted && issues.some((issue) => issue.restricted)
    )
    expect(partly).toHaveLength(1)
    expect(partly[0]?.issues.some(({ restricted }) => !restricted)).toBe(true)
  })

  it('has ten patients or more at one practice and two at the other', () => {
    const at = (odsCode: string) =>
      DEMO_PATIENTS.filter((patient) => patient.odsCode === odsCode).length
    expect(at('A81001')).toBeGreaterThanOrEqual(10)
    expect(at('B82002')).toBeGreaterThanOrEqual(2)
  })
})

describe('every demo patient', () => {
  it('has an NHS number of the range for tests, and one of their own', () => {
    const numbers = DEMO_PATIENTS.map(({ person }) => person.nhsNumber)
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const number of numbers) {
      expect(number).toMatch(/^999/)
      expect(parseNhsNumber(number).ok).toBe(true)
    }
  })

  it.each(DEMO_RECORDS)(
    '$key has allergies, active and ended, and medications',
    ({ allergies, medications }) => {
      const statuses = allergies.map(({ clinicalStatus }) => clinicalStatus)
      expect(new Set(statuses)).toEqual(new Set(['active', 'resolved']))
      expect(medications.length).toBeGreaterThan(1)
    }
  )

  it.each(DEMO_RECORDS)(
    '$key is looked after by their own practice',
    (record) => {
      const { patient, allergies, medications } = record
      const staff = new Set<string>(listStaffOf(patient.odsCode))
      const recorders = [...allergies, ...medications].map(
        (one) => one.recorderId
      )
      for (const key of [patient.usualGp, ...recorders]) {
        expect(staff).toContain(key)
      }
      const branches = practiceOf(patient).branches.map((site) => site.siteCode)
      if (patient.branchSurgery) {
        expect(branches).toContain(patient.branchSurgery)
      }
    }
  )

  it('and every practice has DOCUMENT only with DETAILED_CODED (Ruling R2)', () => {
    const switches = [
      ...DEMO_PATIENTS.map(({ access }) => access.switches),
      ...DEMO_PRACTICES.map(({ access }) => access)
    ]
    for (const { DOCUMENT, DETAILED_CODED } of switches) {
      expect(DETAILED_CODED.enabled || !DOCUMENT.enabled).toBe(true)
    }
  })
})

describe('the personas', () => {
  it('are named once each, with a person or a patient behind them', () => {
    const keys = DEMO_PERSONAS.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.slice(0, 4)).toEqual([
      'gp',
      'manager',
      'receptionist',
      'other-gp'
    ])
    expect(keys).toEqual(
      expect.arrayContaining(DEMO_PATIENTS.map(({ key }) => key))
    )
  })

  it('leave configuring to those who may', () => {
    const may = new Map(
      DEMO_PERSONAS.flatMap((one) =>
        one.kind === 'staff'
          ? [[one.key, permissionsOfStaff(one.roles, [])] as const]
          : []
      )
    )
    expect(may.get('gp')).toEqual(new Set(STAFF_PERMISSIONS))
    expect(may.get('other-gp')).toEqual(new Set(STAFF_PERMISSIONS))
    expect(may.get('manager')).not.toContain('VIEW_RECORD')
    expect(may.get('receptionist')).toEqual(
      new Set(['VIEW_CONFIGURATION', 'VIEW_RECORD'])
    )
  })

  it('of staff carry the identity of a member of the practice', () => {
    for (const persona of DEMO_PERSONAS) {
      if (persona.kind !== 'staff') continue
      const staff = [...listStaffOf('A81001'), ...listStaffOf('B82002')]
        .map(demoStaff)
        .find(({ userId }) => userId === persona.userId)
      expect(staff?.odsCode).toBe(persona.odsCode)
    }
  })

  it('have one below P9', () => {
    const levels = DEMO_PERSONAS.flatMap((one) =>
      one.kind === 'citizen' ? [one.identityProofingLevel] : []
    )
    expect(levels.filter((level) => level !== 'P9')).toEqual(['P5'])
  })
})
