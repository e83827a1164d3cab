import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { firstDenial, type Decision } from '../../../src/policy/decision.ts'
import {
  canAskForPatient,
  canFindPatient,
  canUseOnlineServices,
  COMPETENCE_STATES,
  type PatientStanding
} from '../../../src/policy/online-access.ts'
import { MASTER_STATES } from '../../../src/policy/record-access-switches.ts'
import {
  IDENTITY_PROOFING_LEVELS,
  STAFF_PERMISSIONS,
  type Viewer
} from '../../../src/policy/viewer.ts'
import { parseNhsNumber } from '../../../src/vocabulary/nhs-number.ts'
import { parseOdsCode } from '../../../src/vocabulary/ods-code.ts'
import { addDays } from '../../../src/vocabulary/partial-date.ts'
import { parsed, TODAY } from '../../support/arbitraries.ts'
import {
  oracleCitizenAnswer,
  type OracleAnswer
} from '../../support/oracle/citizen-oracle.ts'

const NUMBERS = ['9991230017', '9991230025'].map((text) =>
  parsed(parseNhsNumber(text))
)
const PRACTICES = ['A81001', 'B82002'].map((text) => parsed(parseOdsCode(text)))

/** Around sixteen years before today, a leap day's child among them. */
const birthDate = fc.oneof(
  fc.integer({ min: -3, max: 3 }).map((days) => addDays('2008-03-01', days)),
  fc.constantFrom('1950-05-05', '2015-05-05')
)

const standing: fc.Arbitrary<PatientStanding> = fc.record({
  nhsNumber: fc.constantFrom(...NUMBERS),
  odsCode: fc.constantFrom(...PRACTICES),
  active: fc.boolean(),
  deceased: fc.boolean(),
  sensitive: fc.boolean(),
  birthDate,
  masterState: fc.constantFrom(...MASTER_STATES),
  competence: fc.constantFrom(...COMPETENCE_STATES)
})

/** Found, so that the rows after "not found" are often reached. */
const ordinary = standing.map((patient) => ({
  ...patient,
  active: true,
  deceased: false,
  sensitive: false
}))

const citizen: fc.Arbitrary<Viewer> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Viewer>({ kind: 'anonymous' }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('patient' as const),
      nhsNumber: fc.constantFrom(...NUMBERS),
      identityProofingLevel: fc.oneof(
        fc.constant('P9' as const),
        fc.constantFrom(...IDENTITY_PROOFING_LEVELS)
      )
    })
  }
)

const today = fc
  .integer({ min: -400, max: 400 })
  .map((days) => addDays(TODAY, days))

const ANSWERS = {
  AUTHENTICATION_REQUIRED: 'UNAUTHENTICATED',
  IDENTITY_PROOFING_TOO_LOW: 'PROOFING_TOO_LOW',
  NOT_COVERED_BY_TOKEN: 'NOT_COVERED',
  PATIENT_SENSITIVE: 'NOT_FOUND',
  PATIENT_DECEASED: 'NOT_FOUND',
  PATIENT_INACTIVE: 'NOT_FOUND',
  ONLINE_ACCESS_NEVER_ENABLED: 'NEVER_ENABLED',
  ONLINE_ACCESS_DISABLED: 'DISABLED',
  COMPETENCE_DECLINED: 'DECLINED',
  COMPETENCE_NOT_ASSESSED: 'TOO_YOUNG'
} as const satisfies Record<string, OracleAnswer>

const answerOf = (decision: Decision): string | undefined =>
  decision.allowed
    ? 'ANSWERED'
    : new Map<string, string>(Object.entries(ANSWERS)).get(decision.reason)

const tokenOf = (viewer: Viewer) =>
  viewer.kind === 'patient'
    ? { covers: viewer.nhsNumber, proofing: viewer.identityProofingLevel }
    : null

describe("a citizen's call (R6, R10, R24)", () => {
  it('is answered, or refused with the first reason that counts', () => {
    fc.assert(
      fc.property(
        citizen,
        fc.oneof(standing, ordinary),
        today,
        (viewer, patient, day) => {
          const decision = firstDenial([
            canAskForPatient(viewer, patient.nhsNumber),
            canFindPatient(viewer, patient),
            canUseOnlineServices(patient, day)
          ])
          const expected = oracleCitizenAnswer({
            token: tokenOf(viewer),
            asksFor: patient.nhsNumber,
            patient,
            today: day
          })
          expect(answerOf(decision)).toBe(expected)
        }
      ),
      { numRuns: 3000 }
    )
  })

  it('is open again on the sixteenth birthday, unless declined', () => {
    fc.assert(
      fc.property(ordinary, birthDate, (patient, born) => {
        const adult = `${Number(born.slice(0, 4)) + 16}${born.slice(4)}`
        const enabled: PatientStanding = {
          ...patient,
          birthDate: born,
          masterState: 'ENABLED'
        }
        const { allowed } = canUseOnlineServices(enabled, adult)
        expect(allowed).toBe(patient.competence !== 'NOT_COMPETENT')
        const eve = canUseOnlineServices(enabled, addDays(adult, -1))
        expect(eve.allowed).toBe(patient.competence === 'COMPETENT')
      })
    )
  })
})

describe('staff', () => {
  it('with a permission for patients find all of their own practice and no one else (R23, R24)', () => {
    fc.assert(
      fc.property(
        standing,
        fc.constantFrom(...PRACTICES),
        fc.subarray([...STAFF_PERMISSIONS]),
        (patient, odsCode, permissions) => {
          const viewer: Viewer = {
            kind: 'practice-staff',
            userId: 'user',
            roleProfileId: 'role',
            odsCode,
            roles: [],
            activityCodes: [],
            permissions: new Set(permissions)
          }
          const decision = firstDenial([
            canAskForPatient(viewer, patient.nhsNumber),
            canFindPatient(viewer, patient)
          ])
          const mayOpenFiles = permissions.some(
            (permission) =>
              permission !== 'CONFIGURE_PRACTICE' && permission !== 'READ_AUDIT'
          )
          expect(decision.allowed).toBe(
            mayOpenFiles && odsCode === patient.odsCode
          )
        }
      )
    )
  })
})
