import { describe, expect, it } from '@jest/globals'
import { withoutHiddenIssues } from '../../../../src/modules/record/medications/hidden-issues.ts'
import { courseRow, issueRow } from '../../../support/builders/record.ts'

const inError = {
  hiddenBy: [
    { mark: 'ENTERED_IN_ERROR', originId: 'x', inherited: false }
  ] as const
}

const course = courseRow(1, {
  lastIssueDate: '2026-03-01',
  repeatsAllowed: 6,
  repeatsIssued: 3
})

describe('a course with hidden issues (R15)', () => {
  it('neither counts them nor tells when they were made', () => {
    const told = withoutHiddenIssues(course, [
      issueRow(1, course, { authoredOn: '2026-03-01', ...inError }),
      issueRow(2, course, { authoredOn: '2026-02-01T09:00:00+00:00' }),
      issueRow(3, course, { authoredOn: '2026-01-01' })
    ])
    expect(told).toMatchObject({
      lastIssueDate: '2026-02-01T09:00:00+00:00',
      repeatsIssued: 2,
      repeatsAllowed: 6
    })
  })

  it('was never issued when all of them are hidden', () => {
    const only = issueRow(1, course, { authoredOn: '2026-03-01', ...inError })
    expect(withoutHiddenIssues(course, [only])).toMatchObject({
      lastIssueDate: null,
      repeatsIssued: 2
    })
  })

  it('stays as it is when none is hidden', () => {
    const shown = issueRow(1, course, { authoredOn: '2026-01-01' })
    expect(withoutHiddenIssues(course, [shown])).toBe(course)
  })
})
