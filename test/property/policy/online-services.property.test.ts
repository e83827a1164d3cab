import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  movesBetween,
  onlineServicesOf,
  type PatientConfiguration
} from '../../../src/policy/online-services.ts'
import { orderingEffect } from '../../../src/policy/ordering-effect.ts'
import { parseNhsNumber } from '../../../src/vocabulary/nhs-number.ts'
import { parseOdsCode } from '../../../src/vocabulary/ods-code.ts'
import { parsed, sides } from '../../support/arbitraries.ts'
import { oracleCitizenAnswer } from '../../support/oracle/citizen-oracle.ts'
import { oracleHighestRung } from '../../support/oracle/record-oracle.ts'
import { height } from '../../support/oracle/rung-oracle.ts'

const NHS_NUMBER = parsed(parseNhsNumber('9991230017'))

const standing = fc.record({
  nhsNumber: fc.constant(NHS_NUMBER),
  odsCode: fc.constant(parsed(parseOdsCode('A81001'))),
  active: fc.oneof(fc.constant(true), fc.boolean()),
  deceased: fc.oneof(fc.constant(false), fc.boolean()),
  sensitive: fc.oneof(fc.constant(false), fc.boolean()),
  birthDate: fc.constantFrom('1970-01-01', '2008-03-01', '2008-03-02'),
  masterState: fc.constantFrom(
    'ENABLED' as const,
    'ENABLED' as const,
    'NEVER_ENABLED' as const,
    'DISABLED_BY_PRACTICE' as const
  ),
  competence: fc.constantFrom(
    'NOT_ASSESSED' as const,
    'COMPETENT' as const,
    'NOT_COMPETENT' as const
  )
})

const configured = fc.record({
  access: sides,
  ordering: fc.record({ practice: fc.boolean(), patient: fc.boolean() }),
  standing
})

type Configured =
  typeof configured extends fc.Arbitrary<infer One> ? One : never

const toConfiguration = (given: Configured): PatientConfiguration => ({
  practiceAccess: given.access.practice,
  patientAccess: given.access.patient,
  ordering: given.ordering,
  standing: given.standing
})

const expectedAnswer = ({ access: { today }, standing: patient }: Configured) =>
  oracleCitizenAnswer({
    token: { covers: NHS_NUMBER, proofing: 'P9' },
    asksFor: NHS_NUMBER,
    patient,
    today
  })

/** R7 in words: both switches, else a look from summary on, else nothing. */
const expectedServices = (given: Configured) => {
  if (expectedAnswer(given) !== 'ANSWERED') {
    return { record: 'NONE', prescriptions: 'NONE' }
  }
  const record = oracleHighestRung(given.access)
  const both = given.ordering.practice && given.ordering.patient
  const looks = height(record) > 0 ? 'VIEW' : 'NONE'
  return { record, prescriptions: both ? 'MANAGE' : looks }
}

describe('what a patient may see and do at most (E00170, R6, R7, R10)', () => {
  it('is what the oracle says, for record and prescriptions', () => {
    fc.assert(
      fc.property(configured, (given) => {
        const { today } = given.access
        const services = onlineServicesOf(toConfiguration(given), today)
        expect(services).toMatchObject(expectedServices(given))
        expect(services.permissions === null).toBe(
          expectedAnswer(given) !== 'ANSWERED'
        )
      })
    )
  })

  it('is to order only when nothing keeps ordering from taking effect', () => {
    fc.assert(
      fc.property(configured, (given) => {
        const { today } = given.access
        const effect = orderingEffect(toConfiguration(given), today)
        expect(effect.allows).toBe(expectedServices(given).prescriptions)
        expect(effect.effective).toBe(effect.allows === 'MANAGE')
        expect(effect.effective).toBe(effect.ineffectiveBecause.length === 0)
      })
    )
  })
})

describe('who moves when a configuration changes', () => {
  const pairs = fc.array(fc.tuple(configured, configured), { maxLength: 12 })

  it('is counted by ladder, each patient once, those who stay never', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const steps = given.map(([one, other]) => ({
          before: expectedServices(one),
          after: expectedServices(other)
        }))
        const moves = movesBetween(
          given.map(([one, other]) => ({
            before: onlineServicesOf(toConfiguration(one), one.access.today),
            after: onlineServicesOf(toConfiguration(other), other.access.today)
          }))
        )
        for (const ladder of ['record', 'prescriptions'] as const) {
          const told = moves[ladder].map(({ from, to, patients }) => ({
            from,
            to,
            patients
          }))
          const wanted = new Map<string, number>()
          for (const { before, after } of steps) {
            if (before[ladder] === after[ladder]) continue
            const key = `${before[ladder]}>${after[ladder]}`
            wanted.set(key, (wanted.get(key) ?? 0) + 1)
          }
          expect(
            new Map(told.map((m) => [`${m.from}>${m.to}`, m.patients]))
          ).toEqual(wanted)
          expect(told).toHaveLength(wanted.size)
        }
      })
    )
  })
})
