import { describe, expect, it } from '@jest/globals'
import { contentHash } from '../../../../src/modules/record/writing/content-hash.ts'
import {
  allergyDates,
  courseDates,
  issueDates
} from '../../../../src/modules/record/writing/entry-dates.ts'
import {
  allergyContent,
  courseContent,
  issueContent
} from '../../../support/builders/entry-content.ts'

describe('the digest of a content', () => {
  it('is the same in another order and without what is null', () => {
    expect(contentHash({ a: 1, b: { c: 'x', d: null } })).toBe(
      contentHash({ b: { c: 'x' }, a: 1, e: undefined })
    )
  })

  it('differs with any value and with the order of a list', () => {
    const digests = [{ a: 1 }, { a: 2 }, { a: [1, 2] }, { a: [2, 1] }, {}]
    expect(new Set(digests.map(contentHash)).size).toBe(digests.length)
  })
})

describe('the two dates of an entry (R22)', () => {
  const allergy = allergyContent('gp')
  const course = courseContent('gp')

  it('are onset and assertedDate of an allergy', () => {
    expect(allergyDates({ ...allergy, onset: '2009' })).toEqual({
      clinicalDate: '2009-01-01',
      clinicalUntil: '2009-12-31',
      recordedDate: '2010-06-09'
    })
  })

  it('are assertedDate twice without an onset, in London', () => {
    const assertedDate = '2010-06-08T23:30:00Z'
    expect(allergyDates({ ...allergy, onset: null, assertedDate })).toEqual({
      clinicalDate: '2010-06-09',
      clinicalUntil: '2010-06-09',
      recordedDate: '2010-06-09'
    })
  })

  it('are start and dateAsserted of a course, else its plan', () => {
    const planAuthoredOn = '2024-02-03'
    const dates = (dateAsserted: string | null) =>
      courseDates({ ...course, dateAsserted, planAuthoredOn }).recordedDate
    expect(dates('2024-02')).toBe('2024-02-01')
    expect(dates(null)).toBe('2024-02-03')
    expect(courseDates({ ...course, effectiveStart: '2023-02' })).toMatchObject(
      {
        clinicalDate: '2023-02-01',
        clinicalUntil: '2023-02-28'
      }
    )
  })

  it('are validity and authoredOn of an issue', () => {
    const issue = { ...issueContent('gp'), validityStart: '2024-05' }
    expect(issueDates({ ...issue, authoredOn: '2024-04-30' })).toEqual({
      clinicalDate: '2024-05-01',
      clinicalUntil: '2024-05-31',
      recordedDate: '2024-04-30'
    })
  })
})
