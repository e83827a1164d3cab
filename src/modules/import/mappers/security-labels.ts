import { NOPAT } from '../../../vocabulary/fhir-system.ts'
import type { SourceElement } from '../bundle/source-element.ts'

type CodeSystem = 'ActCode' | 'Confidentiality'

/** Codes that are taken, the usual one first, and what they are taken for. */
interface Wanted {
  readonly codes: readonly [string, ...string[]]
  readonly codeSystem: CodeSystem
  readonly meaning: string
}

const RESTRICTED: Wanted = {
  codes: [NOPAT.code, 'R', 'V'],
  codeSystem: 'ActCode',
  meaning: "restricted from the patient's view"
}

const SENSITIVE: Wanted = {
  codes: ['R', 'V', NOPAT.code],
  codeSystem: 'Confidentiality',
  meaning: 'sensitive'
}

const DISSENTING: Wanted = {
  codes: ['NODSCLCD'],
  codeSystem: 'ActCode',
  meaning: 'dissent from sharing'
}

/** FHIR STU3's address of an HL7 v3 code system, and the one used later. */
const v3Systems = (name: CodeSystem): readonly string[] => [
  `http://hl7.org/fhir/v3/${name}`,
  `http://terminology.hl7.org/CodeSystem/v3-${name}`
]

const labelsOf = (root: SourceElement): readonly SourceElement[] =>
  root.items('meta').flatMap((meta) => meta.items('security'))

/** The code in a Coding, in a CodeableConcept, or as a text alone. */
const codesOf = (label: SourceElement): readonly string[] =>
  [label, ...label.items('coding')]
    .flatMap((part) => [part, ...part.items('code')])
    .map((part) => part.peek())
    .flatMap((code) => (code === null ? [] : [code.toUpperCase()]))

const hasOneOf = (label: SourceElement, codes: readonly string[]): boolean =>
  codesOf(label).some((code) => codes.includes(code))

const isAsUsual = (label: SourceElement, wanted: Wanted): boolean =>
  label.child('code').is(wanted.codes[0]) &&
  v3Systems(wanted.codeSystem).some((system) =>
    label.child('system').is(system)
  )

/**
 * By the code alone, whatever the system: a label that is overlooked shows
 * what was to be hidden. Any but the usual label is reported as understood.
 */
const takeLabels = (root: SourceElement, wanted: Wanted): boolean => {
  const found = labelsOf(root).filter((label) => hasOneOf(label, wanted.codes))
  for (const label of found) {
    label.settle()
    if (!isAsUsual(label, wanted)) {
      label.change(`is not the usual label; taken as ${wanted.meaning}`)
    }
  }
  return found.length > 0
}

/** As `takeRestriction`, without taking the label or reporting it. */
export const hasRestriction = (root: SourceElement): boolean =>
  labelsOf(root).some((label) => hasOneOf(label, RESTRICTED.codes))

/**
 * Ruling R17: restricted from the patient's view. A confidentiality above
 * normal counts too: to show what was to be hidden is the worse fault.
 */
export const takeRestriction = (root: SourceElement): boolean =>
  takeLabels(root, RESTRICTED)

/** A record that citizens and other practices do not find (Ruling R24). */
export const isSensitive = (root: SourceElement): boolean =>
  takeLabels(root, SENSITIVE)

/** Ruling R25: dissent from sharing with other organisations. */
export const isDissenting = (root: SourceElement): boolean =>
  takeLabels(root, DISSENTING)
