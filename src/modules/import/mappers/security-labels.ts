import { NOPAT } from '../../../vocabulary/fhir-system.ts'
import type { SourceElement } from '../bundle/source-element.ts'

/** FHIR STU3's address of an HL7 v3 code system, and the one used later. */
const v3Systems = (name: string): readonly string[] => [
  `http://hl7.org/fhir/v3/${name}`,
  `http://terminology.hl7.org/CodeSystem/v3-${name}`
]

const takeLabel = (
  root: SourceElement,
  systems: readonly string[],
  code: string
): boolean => {
  const found = root
    .child('meta')
    .items('security')
    .filter(
      (label) =>
        label.child('code').is(code) &&
        systems.some((system) => label.child('system').is(system))
    )
  for (const label of found) label.settle()
  return found.length > 0
}

/** Ruling R17: restricted from the patient's view. */
export const isRestricted = (root: SourceElement): boolean =>
  takeLabel(root, v3Systems('ActCode'), NOPAT.code)

/** A record that citizens and other practices do not find (Ruling R24). */
export const isSensitive = (root: SourceElement): boolean =>
  takeLabel(root, v3Systems('Confidentiality'), 'R')

/** Ruling R25: dissent from sharing with other organisations. */
export const isDissenting = (root: SourceElement): boolean =>
  takeLabel(root, v3Systems('ActCode'), 'NODSCLCD')
