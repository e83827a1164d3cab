import type { WriteOutcome } from '../record/record-writer.ts'

/** Something of the source that is not held here just as it came. */
export interface Finding {
  readonly kind: 'NOT_TAKEN' | 'CHANGED'
  /** `Type/id` of the resource; of the patient's only the type. */
  readonly subject: string
  /** FHIR path of the element; null when it is the whole resource. */
  readonly path: string | null
  readonly reason: string
}

export type OutcomeCounts = Readonly<Record<WriteOutcome, number>>

/** An entry held here that this source does not have; it stays (R17). */
export interface KeptEntry {
  readonly type: string
  /** `system|value` of its first business identifier. */
  readonly identifier: string
}

/** What became of one file's record. */
export interface ImportReport {
  readonly practice: string
  readonly practiceCreated: boolean
  /** By what was written, in the order of writing. */
  readonly counts: ReadonlyMap<string, OutcomeCounts>
  readonly findings: readonly Finding[]
  readonly kept: readonly KeptEntry[]
}

/** Some suppliers make ids of NHS numbers; no report has one. */
export const withoutNumber = (
  report: ImportReport,
  nhsNumber: string
): ImportReport => {
  const masked = (text: string) => text.replaceAll(nhsNumber, '**********')
  return {
    ...report,
    findings: report.findings.map((finding) => ({
      ...finding,
      subject: masked(finding.subject)
    })),
    kept: report.kept.map((entry) => ({
      ...entry,
      identifier: masked(entry.identifier)
    }))
  }
}

export interface FileResult {
  /** Name of the file without its folder. */
  readonly file: string
  readonly outcome: 'IMPORTED' | 'REFUSED'
  /** Why it was refused; null when it was imported. */
  readonly reason: string | null
  readonly report: ImportReport | null
}

/** Of one file or a whole directory; the process fails with any of them. */
export interface ImportSummary {
  readonly files: readonly FileResult[]
  readonly failed: boolean
}

export interface Tally {
  readonly counts: ReadonlyMap<string, OutcomeCounts>
  add(name: string, outcomes: readonly WriteOutcome[]): void
}

export const createTally = (): Tally => {
  const counts = new Map<string, Record<WriteOutcome, number>>()
  return {
    counts,
    add: (name, outcomes) => {
      const held = counts.get(name) ?? { CREATED: 0, UPDATED: 0, UNCHANGED: 0 }
      for (const outcome of outcomes) held[outcome] += 1
      counts.set(name, held)
    }
  }
}
