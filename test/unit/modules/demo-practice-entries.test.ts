import { describe, expect, it } from '@jest/globals'
import { SNOMED_CT } from '../../../src/vocabulary/fhir-system.ts'
import {
  firstDayOf,
  lastDayOf,
  parsePartialDate
} from '../../../src/vocabulary/partial-date.ts'
import { DEMO_RECORDS } from '../../support/demo-records.ts'
import { isSnomedIdentifier } from '../../support/snomed-check-digit.ts'

const LAST_ENTRY = '2026-10-31'

const REPEATED = ['repeat', 'repeat-dispensing']

const allCourses = DEMO_RECORDS.flatMap((record) => record.medications)

describe('the codes of the demo', () => {
  const concepts = DEMO_RECORDS.flatMap(({ allergies, medications }) => [
    ...allergies.map(({ code }) => code),
    ...allergies.flatMap(({ reaction }) => reaction?.manifestation ?? []),
    ...medications.map(({ medication }) => medication),
    ...medications.flatMap(({ stopReason }) => (stopReason ? [stopReason] : []))
  ])
  const codings = concepts.flatMap(({ coding }) => coding)

  it('are SNOMED CT concepts with a right check digit and one display', () => {
    const displays = new Map<string, string | null>()
    for (const { system, code, display } of codings) {
      expect(system).toBe(SNOMED_CT)
      expect(isSnomedIdentifier(code)).toBe(true)
      expect(displays.get(code) ?? display).toBe(display)
      displays.set(code, display)
    }
    expect(displays.size).toBeGreaterThan(30)
  })

  it('leave a concept without a code only where there are words', () => {
    for (const { coding, text } of concepts) {
      expect(coding.length > 0 || text !== null).toBe(true)
    }
  })
})

describe('the entries of every demo patient', () => {
  it.each(DEMO_RECORDS)('$key has dates within their life so far', (record) => {
    const { patient, allergies, medications, issues } = record
    const dates = [
      patient.person.registeredFrom,
      patient.person.registeredTo,
      patient.person.deceased,
      ...allergies.flatMap((one) => [
        one.onset,
        one.assertedDate,
        one.lastOccurrence,
        one.endDate
      ]),
      ...medications.flatMap((one) => [
        one.effectiveStart,
        one.effectiveEnd,
        one.dateAsserted
      ]),
      ...issues.map(({ authoredOn }) => authoredOn)
    ].filter((date) => date !== null)
    for (const date of dates) {
      expect(parsePartialDate(date).ok).toBe(true)
      expect(lastDayOf(date) >= patient.person.birthDate).toBe(true)
      expect(firstDayOf(date) <= LAST_ENTRY).toBe(true)
    }
  })

  it('have business identifiers of their own', () => {
    const identifiers = DEMO_RECORDS.flatMap(
      ({ allergies, medications: courses, issues }) => [
        ...allergies.flatMap((one) => one.identifiers),
        ...courses.flatMap((one) => [
          ...one.identifiers,
          ...one.planIdentifiers
        ]),
        ...issues.flatMap((one) => one.identifiers)
      ]
    )
    const values = identifiers.map(({ system, value }) => `${system}|${value}`)
    expect(new Set(values).size).toBe(values.length)
  })

  it('include text of every kind that a level may keep back', () => {
    const allergies = DEMO_RECORDS.flatMap((record) => record.allergies)
    for (const { key, patient } of DEMO_RECORDS) {
      const noted = [...patient.allergies, ...patient.medications].filter(
        ({ note }) => note
      )
      expect({ key, noted: noted.length > 0 }).toEqual({ key, noted: true })
    }
    expect(allergies.some(({ reaction }) => reaction?.description)).toBe(true)
    expect(allergies.some(({ endReason }) => endReason)).toBe(true)
    expect(allergies.some(({ code }) => code.text)).toBe(true)
    expect(allCourses.some(({ planNote }) => planNote)).toBe(true)
    expect(allCourses.some(({ stopReason }) => stopReason?.text)).toBe(true)
  })

  it('include dates that are a year or a month only', () => {
    const dates = DEMO_RECORDS.flatMap(
      ({ allergies, medications: courses }) => [
        ...allergies.map(({ onset }) => onset),
        ...courses.map(({ effectiveStart }) => effectiveStart)
      ]
    )
    const lengths = new Set(dates.map((date) => date?.length))
    expect(lengths).toContain(4)
    expect(lengths).toContain(7)
  })
})

describe('the allergies', () => {
  const allergies = DEMO_RECORDS.flatMap((record) => record.allergies)

  it('are ended with date and reason, or neither', () => {
    for (const { clinicalStatus, endDate, endReason } of allergies) {
      const ended = clinicalStatus === 'resolved'
      expect([endDate !== null, endReason !== null]).toEqual([ended, ended])
    }
  })

  it('end after they began', () => {
    const backwards = allergies.filter(
      ({ onset, endDate }) => onset && endDate && lastDayOf(endDate) < onset
    )
    expect(backwards).toEqual([])
  })
})

describe('the medications', () => {
  const kinds = (key: string) => {
    const courses =
      DEMO_RECORDS.find((record) => record.key === key)?.medications ?? []
    const elsewhere = 'prescribed-by-another-organisation'
    return {
      acute: courses.some(
        (one) => one.prescriptionType === 'acute' && one.issues.length === 1
      ),
      repeat: courses.some(
        (one) => one.prescriptionType === 'repeat' && one.issues.length > 2
      ),
      dispensing: courses.some(
        (one) => one.prescriptionType === 'repeat-dispensing'
      ),
      stopped: courses.some((one) => one.status === 'stopped'),
      elsewhere: courses.some((one) => one.prescribingAgency === elsewhere)
    }
  }

  it('of at least three patients are of every kind', () => {
    const complete = DEMO_RECORDS.filter(({ key }) =>
      Object.values(kinds(key)).every(Boolean)
    )
    expect(complete.length).toBeGreaterThanOrEqual(3)
  })

  it('have no end while they are taken, and one when they are not', () => {
    for (const { status, effectiveEnd } of allCourses) {
      expect(effectiveEnd === null).toBe(status === 'active')
    }
  })

  it('say when and why they were stopped, and only then', () => {
    for (const { status, stopReason, stoppedOn, effectiveEnd } of allCourses) {
      const stopped = status === 'stopped'
      expect([stopReason !== null, stoppedOn !== null]).toEqual([
        stopped,
        stopped
      ])
      if (stopped) expect(stoppedOn).toBe(effectiveEnd)
    }
  })

  it('were issued once at most when acute', () => {
    const acute = allCourses.filter((one) => one.prescriptionType === 'acute')
    expect(acute.filter(({ issues }) => issues.length > 1)).toEqual([])
  })

  it('count repeats only where repeats are, and no more than allowed', () => {
    for (const course of allCourses) {
      const {
        repeatsAllowed,
        repeatsIssued,
        authorisationExpiry,
        groupIdentifier,
        issues
      } = course
      const repeated = REPEATED.includes(course.prescriptionType)
      const said = [
        repeatsAllowed,
        repeatsIssued,
        authorisationExpiry,
        groupIdentifier
      ]
      expect(said.map((one) => one !== null)).toEqual(said.map(() => repeated))
      if (!repeated) continue
      expect(repeatsIssued).toBe(issues.length)
      expect(repeatsIssued).toBeLessThanOrEqual(Number(repeatsAllowed))
    }
  })

  it('were issued within their time, last on the last issue date', () => {
    for (const {
      issues,
      effectiveStart,
      effectiveEnd,
      lastIssueDate
    } of allCourses) {
      const days = issues.map(({ authoredOn }) => authoredOn).toSorted()
      expect(lastIssueDate).toBe(days.at(-1) ?? null)
      for (const day of days) {
        expect(day >= firstDayOf(effectiveStart)).toBe(true)
        if (effectiveEnd) expect(day <= lastDayOf(effectiveEnd)).toBe(true)
      }
    }
  })

  it('replace a stopped course of the same record', () => {
    const replaced = allCourses.flatMap(({ priorCourse }) =>
      priorCourse ? [priorCourse.value] : []
    )
    const stopped = allCourses
      .filter(({ status }) => status === 'stopped')
      .map(({ identifiers }) => identifiers[0].value)
    expect(replaced.length).toBeGreaterThan(0)
    expect(stopped).toEqual(expect.arrayContaining(replaced))
  })
})
