import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { PatientStanding } from '../../../src/policy/online-access.ts'
import { PATIENT_ACCESS_OFF } from '../../../src/policy/record-access-switches.ts'
import {
  patientSwitchEffects,
  stillShowing
} from '../../../src/policy/switch-effects.ts'
import { RECORD_ACCESS_SWITCHES } from '../../../src/vocabulary/access-level.ts'
import { parseNhsNumber } from '../../../src/vocabulary/nhs-number.ts'
import { parseOdsCode } from '../../../src/vocabulary/ods-code.ts'
import { parsed, sides } from '../../support/arbitraries.ts'
import { oracleHighestRung } from '../../support/oracle/record-oracle.ts'
import {
  givenByPerson,
  height,
  oracleRung,
  type OracleSides
} from '../../support/oracle/rung-oracle.ts'

const ADULT: PatientStanding = {
  nhsNumber: parsed(parseNhsNumber('9991230017')),
  odsCode: parsed(parseOdsCode('A81001')),
  active: true,
  deceased: false,
  sensitive: false,
  birthDate: '1970-01-01',
  masterState: 'ENABLED',
  competence: 'NOT_ASSESSED'
}

const OFF = { enabled: false, startDate: null, changedOn: null }

const GRANTS = {
  SUMMARY: 'SUMMARY',
  DETAILED_CODED: 'DETAILED',
  DOCUMENT: 'DOCUMENTS',
  FULL_RECORD: 'FULL',
  PROSPECTIVE: 'FULL'
} as const

/** Whether the practice keeps anything of some entry back from the patient. */
const isLowered = (
  { practice, today }: Pick<OracleSides, 'practice' | 'today'>,
  patient: OracleSides['patient']
): boolean => {
  const starts = [practice, patient].flatMap((side) =>
    Object.values(side).map(({ startDate }) => startDate)
  )
  const days = ['1800-01-01', ...starts]
  return days.some((clinicalDate) =>
    days.some((recordedDate) => {
      const entry = { clinicalDate, recordedDate }
      const own = givenByPerson(patient, entry, today).map(height)
      const seen = height(oracleRung({ practice, patient, today }, entry))
      return seen < Math.max(...own)
    })
  )
}

describe('what staff are told of a switch (R1)', () => {
  it('is what the switch alone would show some entry', () => {
    fc.assert(
      fc.property(sides, (access) => {
        const effects = patientSwitchEffects({ ...access, standing: ADULT })
        expect(effects.map(({ level }) => level).toSorted()).toEqual(
          [...RECORD_ACCESS_SWITCHES].toSorted()
        )
        for (const { level, ...effect } of effects) {
          const alone = {
            ...PATIENT_ACCESS_OFF,
            [level]: access.patient[level]
          }
          const shows = oracleHighestRung({ ...access, patient: alone })
          expect(effect.showsUpTo).toBe(shows)
          expect(effect.effective).toBe(
            shows === GRANTS[level] && !isLowered(access, alone)
          )
          expect(effect.effective).toBe(effect.ineffectiveBecause.length === 0)
        }
      }),
      { numRuns: 300 }
    )
  })
})

describe('what still shows once a switch is off (R3)', () => {
  const level = fc.constantFrom(...RECORD_ACCESS_SWITCHES)

  it('names a switch exactly when the rung can still be reached', () => {
    fc.assert(
      fc.property(sides, level, (access, name) => {
        const patient = { ...access.patient, [name]: OFF }
        const effects = patientSwitchEffects({
          ...access,
          patient,
          standing: ADULT
        })
        const highest = oracleHighestRung({ ...access, patient })
        expect(stillShowing(effects, name).length > 0).toBe(
          height(highest) >= height(GRANTS[name])
        )
      }),
      { numRuns: 300 }
    )
  })
})
