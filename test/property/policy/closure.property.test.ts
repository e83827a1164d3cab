import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  hiddenCauses,
  type EntryMark,
  type LinkKind
} from '../../../src/policy/closure.ts'
import { grantedPermissions } from '../../../src/policy/effective-permissions.ts'
import { visible } from '../../../src/policy/record-access.ts'
import {
  anySides,
  recordGraph,
  recordLinks,
  TODAY,
  type RecordedEntry,
  type RecordGraph
} from '../../support/arbitraries.ts'
import {
  oracleHiddenBy,
  oracleMarks
} from '../../support/oracle/closure-oracle.ts'
import { kindOf, rowsOf } from './record-facts.ts'

type Access = Parameters<typeof grantedPermissions>[0]

const ON = { enabled: true, startDate: null, changedOn: TODAY }
const FROM_LONG_AGO = { ...ON, startDate: '1900-01-01' }
const SWITCHES_ON = {
  SUMMARY: ON,
  DETAILED_CODED: ON,
  DOCUMENT: ON,
  FULL_RECORD: ON
}
const EVERYTHING: Access = {
  practice: SWITCHES_ON,
  patient: { ...SWITCHES_ON, PROSPECTIVE: FROM_LONG_AGO },
  today: TODAY
}

const visibleIds = (access: Access, graph: RecordGraph): string[] =>
  visible(grantedPermissions(access), rowsOf(graph.entries), kindOf(graph)).map(
    ({ id }) => id
  )

const marked = (
  { entries, links }: RecordGraph,
  id: string,
  mark: EntryMark
): RecordGraph => ({
  links,
  entries: entries.map((entry) =>
    entry.id === id ? { ...entry, marks: [...entry.marks, mark] } : entry
  )
})

const restriction = fc.constantFrom<EntryMark>(
  'RESTRICTED',
  'STAFF_CONFIDENTIAL'
)

describe('the closure of a hidden entry (R16)', () => {
  it('carries to every part the marks the rulings carry there', () => {
    fc.assert(
      fc.property(recordGraph, ({ entries, links }) => {
        const causes = hiddenCauses(entries, links)
        const marks = [...causes].map(([id, found]): [string, string[]] => [
          id,
          [...new Set(found.map(({ mark }) => mark))].toSorted()
        ])
        const expected = [...oracleMarks(entries, links)].map(
          ([id, worn]): [string, string[]] => [id, [...worn].toSorted()]
        )
        expect(new Map(marks)).toEqual(new Map(expected))
      }),
      { numRuns: 1000 }
    )
  })

  it('names each origin, and calls inherited what is not its own', () => {
    fc.assert(
      fc.property(recordGraph, ({ entries, links }) => {
        const found = [...hiddenCauses(entries, links)].flatMap(
          ([id, causes]) => causes.map((cause) => ({ id, ...cause }))
        )
        const expected = entries.flatMap(({ id: originId, marks }) =>
          marks.flatMap((mark) =>
            oracleHiddenBy(originId, mark, links).map((id) => ({
              id,
              mark,
              originId,
              inherited: id !== originId
            }))
          )
        )
        expect(found).toHaveLength(expected.length)
        expect(found).toEqual(expect.arrayContaining(expected))
      }),
      { numRuns: 300 }
    )
  })
})

describe('a restriction', () => {
  it('wins over every switch, for the entry and its whole closure', () => {
    fc.assert(
      fc.property(
        recordGraph,
        restriction,
        fc.nat({ max: 7 }),
        (graph, mark, pick) => {
          const origin = graph.entries[pick % graph.entries.length]?.id ?? ''
          const seen = visibleIds(EVERYTHING, marked(graph, origin, mark))
          for (const id of oracleHiddenBy(origin, mark, graph.links)) {
            expect(seen).not.toContain(id)
          }
        }
      ),
      { numRuns: 500 }
    )
  })

  it('hides what is added to its closure later, however deep', () => {
    const depth = fc.array(
      fc.constantFrom<LinkKind>(
        'CONSULTATION_CONTAINS',
        'PROBLEM_ACTUAL_ENTRY',
        'REPORT_PART',
        'DOCUMENT_BINARY',
        'COURSE_ISSUE',
        'OBSERVATION_COMPONENT'
      ),
      { minLength: 1, maxLength: 4 }
    )
    fc.assert(
      fc.property(
        recordGraph,
        restriction,
        fc.nat({ max: 7 }),
        depth,
        (graph, mark, pick, kinds) => {
          const origin = graph.entries[pick % graph.entries.length]?.id ?? ''
          const later = kinds.map((_kind, index): RecordedEntry => ({
            id: `later-${index}`,
            area: 'MEDICATIONS',
            clinical: TODAY,
            recorded: TODAY,
            marks: []
          }))
          const links = kinds.map((kind, index) => ({
            kind,
            whole: index === 0 ? origin : `later-${index - 1}`,
            part: `later-${index}`
          }))
          const seen = visibleIds(EVERYTHING, {
            entries: [...marked(graph, origin, mark).entries, ...later],
            links: [...graph.links, ...links]
          })
          expect(seen.filter((id) => id.startsWith('later'))).toEqual([])
        }
      ),
      { numRuns: 300 }
    )
  })

  it('once lifted, gives back what it hid and no more', () => {
    fc.assert(
      fc.property(
        anySides,
        recordGraph,
        restriction,
        fc.nat({ max: 7 }),
        (access, graph, mark, pick) => {
          const origin = graph.entries[pick % graph.entries.length]?.id ?? ''
          const closure = oracleHiddenBy(origin, mark, graph.links)
          const before = visibleIds(access, graph)
          const during = visibleIds(access, marked(graph, origin, mark))
          expect(during).toEqual(before.filter((id) => !closure.includes(id)))
        }
      ),
      { numRuns: 500 }
    )
  })
})

describe('a record without marks', () => {
  it('hides nothing, whatever hangs together', () => {
    fc.assert(
      fc.property(recordGraph, recordLinks, ({ entries }, links) => {
        const clean = entries.map((entry) => ({ ...entry, marks: [] }))
        expect(hiddenCauses(clean, links).size).toBe(0)
      })
    )
  })
})
