import { describe, expect, it } from '@jest/globals'
import { withhold, type Disclosure } from '../../../src/policy/disclosure.ts'
import type { CodeableConcept } from '../../../src/vocabulary/coding.ts'

interface Reaction {
  readonly severity: string
  readonly manifestation: CodeableConcept | null
  readonly description: string | null
}

/** A row as no module has it: a field of every class, parts, lists, nulls. */
interface Sample {
  readonly id: string
  readonly dosageText: string | null
  readonly dose: { readonly value: number; readonly unit: string }
  readonly code: CodeableConcept | null
  readonly reasons: readonly CodeableConcept[] | null
  readonly consultationId: string | null
  readonly title: string | null
  readonly note: string | null
  readonly notes: readonly string[]
  readonly reactions: readonly Reaction[]
  readonly author: {
    readonly id: string
    readonly remark: string | null
  } | null
}

const DISCLOSURE: Disclosure<Sample> = {
  id: 'always',
  dosageText: 'kept-text',
  dose: 'always',
  code: 'essential-codings',
  reasons: 'codings',
  consultationId: 'from-detailed',
  title: 'from-documents',
  note: 'full-only',
  notes: 'full-only',
  reactions: {
    parts: {
      severity: 'always',
      manifestation: 'codings',
      description: 'full-only'
    }
  },
  author: { parts: { id: 'from-detailed', remark: 'full-only' } }
}

const CODING = {
  system: 'http://snomed.info/sct',
  code: '247472004',
  display: 'Hives'
}
const HIVES: CodeableConcept = { coding: [CODING], text: 'hives, said Mum' }
const UNCODED: CodeableConcept = { coding: [], text: 'all over the place' }

const SAMPLE: Sample = {
  id: 'one',
  dosageText: 'one at night',
  dose: { value: 5, unit: 'mg' },
  code: HIVES,
  reasons: [HIVES, UNCODED],
  consultationId: 'consultation',
  title: 'Letter from cardiology',
  note: 'do not tell',
  notes: ['first'],
  reactions: [
    { severity: 'mild', manifestation: HIVES, description: 'worse at night' }
  ],
  author: { id: 'gp', remark: 'by telephone' }
}

const at = (
  level: Parameters<typeof withhold>[2],
  changes: Partial<Sample> = {}
) => withhold({ ...SAMPLE, ...changes }, DISCLOSURE, level)

describe('an entry at full (R20)', () => {
  it('is the row itself, with all its text', () => {
    expect(withhold(SAMPLE, DISCLOSURE, 'FULL')).toBe(SAMPLE)
  })

  it('stays when its code is text only', () => {
    expect(at('FULL', { code: UNCODED })).toMatchObject({ code: UNCODED })
  })
})

describe('an entry at summary (R20, R21)', () => {
  it('keeps codings, numbers, identifiers and the text R20 names', () => {
    const bare = { coding: [CODING], text: null }
    expect(at('SUMMARY')).toEqual({
      id: 'one',
      dosageText: 'one at night',
      dose: { value: 5, unit: 'mg' },
      code: bare,
      reasons: [bare],
      consultationId: null,
      title: null,
      note: null,
      notes: null,
      reactions: [{ severity: 'mild', manifestation: bare, description: null }],
      author: null
    })
  })

  it('is dropped whole when its essential concept has no codings', () => {
    expect(at('SUMMARY', { code: UNCODED })).toBeNull()
    expect(at('DOCUMENTS', { code: UNCODED })).toBeNull()
    expect(at('SUMMARY', { code: null })).toBeNull()
  })

  it('loses a concept of text, and a list of them becomes empty', () => {
    expect(at('SUMMARY', { reasons: [UNCODED] })).toMatchObject({ reasons: [] })
    expect(at('SUMMARY', { reasons: null })).toMatchObject({ reasons: null })
  })

  it('loses the term that the clinician chose, not its identifier', () => {
    const chosen = {
      ...CODING,
      descriptionId: '411171000000116',
      descriptionDisplay: 'Weals'
    }
    const code = { coding: [chosen], text: null }
    expect(at('SUMMARY', { code })).toMatchObject({
      code: { coding: [{ ...CODING, descriptionId: '411171000000116' }] }
    })
    expect(JSON.stringify(at('SUMMARY', { code }))).not.toContain('Weals')
  })
})

describe('references and titles appear with their rung', () => {
  it('references from detailed, not below (R21)', () => {
    expect(at('DETAILED')).toMatchObject({
      consultationId: 'consultation',
      author: { id: 'gp', remark: null },
      title: null,
      note: null
    })
  })

  it('document titles from documents, other text not (R20)', () => {
    expect(at('DOCUMENTS')).toMatchObject({
      title: 'Letter from cardiology',
      note: null,
      notes: null
    })
  })
})

describe('parts of an entry', () => {
  const part = (reaction: Partial<Reaction>): Reaction => ({
    severity: 'mild',
    manifestation: null,
    description: null,
    ...reaction
  })

  interface Commented {
    readonly comments: readonly { readonly text: string | null }[]
    readonly about: { readonly text: string | null } | null
  }
  const commented: Disclosure<Commented> = {
    comments: { parts: { text: 'full-only' } },
    about: { parts: { text: 'full-only' } }
  }

  it('go when nothing is left of them', () => {
    const row = {
      comments: [{ text: 'a' }, { text: 'b' }],
      about: { text: 'c' }
    }
    expect(withhold(row, commented, 'DOCUMENTS')).toEqual({
      comments: [],
      about: null
    })
  })

  it('stay while one field of theirs does', () => {
    const reactions = [part({ description: 'a' }), part({ severity: 'severe' })]
    expect(at('DETAILED', { reactions })?.reactions).toEqual([
      part({}),
      part({ severity: 'severe' })
    ])
  })

  it('without their own essential coding go alone, the entry stays', () => {
    interface Panel {
      readonly id: string
      readonly results: readonly { readonly code: CodeableConcept }[]
    }
    const disclosure: Disclosure<Panel> = {
      id: 'always',
      results: { parts: { code: 'essential-codings' } }
    }
    const panel = { id: 'p', results: [{ code: UNCODED }, { code: HIVES }] }
    expect(withhold(panel, disclosure, 'DETAILED')).toEqual({
      id: 'p',
      results: [{ code: { coding: [CODING], text: null } }]
    })
  })
})

describe('what the disclosure does not know', () => {
  it('is withheld below full: fields of the row', () => {
    const row = { ...SAMPLE, scribble: 'secret', toString: 'secret' }
    const shown = withhold<Sample>(row, DISCLOSURE, 'DOCUMENTS')
    expect(JSON.stringify(shown)).not.toContain('secret')
    expect(withhold<Sample>(row, DISCLOSURE, 'FULL')).toBe(row)
  })

  it('is withheld below full: fields of a coding and of a concept', () => {
    const code = {
      coding: [{ ...CODING, remark: 'secret' }],
      text: null,
      remark: 'secret'
    }
    const shown = at('DOCUMENTS', { code, reasons: [code] })
    expect(JSON.stringify(shown)).not.toContain('secret')
  })

  it('is withheld below full: text where a concept was promised', () => {
    const disclosure: Disclosure<{ readonly code: string; id: string }> = {
      id: 'always',
      code: 'codings'
    }
    expect(
      withhold({ id: 'i', code: 'secret' }, disclosure, 'DETAILED')
    ).toEqual({ id: 'i', code: null })
  })
})

describe('a value that a tag stands beside (R20)', () => {
  interface Tagged {
    readonly value: {
      readonly type: string
      readonly text: string | null
      readonly isTrue: boolean | null
    } | null
  }
  const tagged: Disclosure<Tagged> = {
    value: { parts: { type: 'tag', text: 'full-only', isTrue: 'always' } }
  }

  it('goes with its tag when it is text, and stays when it is not', () => {
    const text = { value: { type: 'text', text: 'clear', isTrue: null } }
    const no = { value: { type: 'boolean', text: null, isTrue: false } }
    expect(withhold(text, tagged, 'DOCUMENTS')).toEqual({ value: null })
    expect(withhold(no, tagged, 'DOCUMENTS')).toEqual(no)
    expect(withhold(text, tagged, 'FULL')).toBe(text)
  })
})

describe('an entry of words alone (R20)', () => {
  const disclosure: Disclosure<{ id: string; comment: string | null }> = {
    id: 'always',
    comment: 'essential-text'
  }

  it.each(['call her', null])('is gone below full, of %j too', (comment) => {
    const note = { id: 'one', comment }
    expect(withhold(note, disclosure, 'DOCUMENTS')).toBeNull()
    expect(withhold(note, disclosure, 'FULL')).toBe(note)
  })
})
