/** A person or an organisation of the record that did or asked something. */
export interface Party {
  readonly kind: 'PRACTITIONER' | 'ORGANIZATION'
  readonly id: string
}

/** Those among them that are people. */
export const practitionersAmong = (parties: readonly Party[]): string[] =>
  parties.flatMap(({ kind, id }) => (kind === 'PRACTITIONER' ? [id] : []))
