import { describe, expect, it } from '@jest/globals'
import {
  hiddenCauses,
  type EntryMark,
  type LinkKind,
  type RecordLink
} from '../../../src/policy/closure.ts'

const link = (kind: LinkKind, whole: string, part: string): RecordLink => ({
  kind,
  whole,
  part
})

const hiddenWhen = (
  marks: Record<string, EntryMark>,
  links: readonly RecordLink[]
): string[] => {
  const nodes = Object.entries(marks).map(([id, mark]) => ({
    id,
    marks: [mark]
  }))
  return [...hiddenCauses(nodes, links).keys()].toSorted()
}

const restricted = (id: string, links: readonly RecordLink[]): string[] =>
  hiddenWhen({ [id]: 'RESTRICTED' }, links)

describe('Ruling R16: consultation', () => {
  const links = [
    link('CONSULTATION_CONTAINS', 'consultation', 'observation'),
    link('CONSULTATION_CONTAINS', 'consultation', 'referral')
  ]

  it('takes with it everything recorded in it', () => {
    expect(restricted('consultation', links)).toEqual([
      'consultation',
      'observation',
      'referral'
    ])
  })

  it('stays when one thing recorded in it goes', () => {
    expect(restricted('observation', links)).toEqual(['observation'])
  })

  it('as a draft takes its contents too (R15)', () => {
    expect(hiddenWhen({ consultation: 'DRAFT' }, links)).toHaveLength(3)
  })

  it('takes the course of an issue made in it, plan and issues', () => {
    const course = [
      link('CONSULTATION_CONTAINS', 'consultation', 'issue-1'),
      link('COURSE_ISSUE', 'course', 'issue-1'),
      link('COURSE_ISSUE', 'course', 'issue-2')
    ]
    expect(restricted('consultation', course)).toEqual([
      'consultation',
      'course',
      'issue-1',
      'issue-2'
    ])
  })
})

describe('Ruling R16: problem and its actual-problem entry', () => {
  const links = [link('PROBLEM_ACTUAL_ENTRY', 'problem', 'entry')]

  it('go together, both ways', () => {
    expect(restricted('problem', links)).toEqual(['entry', 'problem'])
    expect(restricted('entry', links)).toEqual(['entry', 'problem'])
  })
})

describe('Ruling R16: report', () => {
  const links = [
    link('REPORT_PART', 'report', 'request'),
    link('REPORT_PART', 'report', 'specimen'),
    link('REPORT_PART', 'report', 'group'),
    link('REPORT_PART', 'group', 'result'),
    link('REPORT_PART', 'result', 'comment')
  ]

  it('takes request, specimens, groups, results and filing comments', () => {
    expect(restricted('report', links)).toEqual([
      'comment',
      'group',
      'report',
      'request',
      'result',
      'specimen'
    ])
  })

  it('loses one group with its results, and keeps the rest', () => {
    expect(restricted('group', links)).toEqual(['comment', 'group', 'result'])
  })

  it('unfiled takes all of it too (R15)', () => {
    expect(hiddenWhen({ report: 'UNFILED' }, links)).toHaveLength(6)
  })
})

describe('Ruling R16: document', () => {
  it('takes its binary', () => {
    const links = [link('DOCUMENT_BINARY', 'document', 'binary')]
    expect(restricted('document', links)).toEqual(['binary', 'document'])
  })
})

describe('Ruling R16: medication course', () => {
  const links = [
    link('COURSE_ISSUE', 'course', 'issue-1'),
    link('COURSE_ISSUE', 'course', 'issue-2')
  ]

  it('goes whole, whichever part is restricted or confidential', () => {
    for (const id of ['course', 'issue-1', 'issue-2']) {
      expect(restricted(id, links)).toEqual(['course', 'issue-1', 'issue-2'])
      expect(hiddenWhen({ [id]: 'STAFF_CONFIDENTIAL' }, links)).toHaveLength(3)
    }
  })

  it('stays when one issue was entered in error', () => {
    expect(hiddenWhen({ 'issue-1': 'ENTERED_IN_ERROR' }, links)).toEqual([
      'issue-1'
    ])
  })
})

describe('Ruling R16: observation', () => {
  it('with any hidden component is hidden whole', () => {
    const links = [
      link('OBSERVATION_COMPONENT', 'pressure', 'systolic'),
      link('OBSERVATION_COMPONENT', 'pressure', 'diastolic')
    ]
    expect(restricted('systolic', links)).toEqual([
      'diastolic',
      'pressure',
      'systolic'
    ])
  })
})

describe('Ruling R16: inheritance', () => {
  it('tells staff the flag, its origin, and own from inherited', () => {
    const causes = hiddenCauses(
      [
        { id: 'consultation', marks: ['RESTRICTED'] },
        { id: 'note', marks: ['STAFF_CONFIDENTIAL'] }
      ],
      [link('CONSULTATION_CONTAINS', 'consultation', 'note')]
    )
    expect(causes.get('note')).toEqual([
      { mark: 'RESTRICTED', originId: 'consultation', inherited: true },
      { mark: 'STAFF_CONFIDENTIAL', originId: 'note', inherited: false }
    ])
  })

  it('ends with the mark: lifted, nothing is left of it', () => {
    const links = [link('CONSULTATION_CONTAINS', 'consultation', 'note')]
    const nodes = [
      { id: 'consultation', marks: [] },
      { id: 'note', marks: [] }
    ]
    expect(hiddenCauses(nodes, links).size).toBe(0)
  })

  it('comes to an end where links run in a circle', () => {
    const links = [
      link('CONSULTATION_CONTAINS', 'a', 'b'),
      link('CONSULTATION_CONTAINS', 'b', 'a')
    ]
    expect(restricted('a', links)).toEqual(['a', 'b'])
  })
})
