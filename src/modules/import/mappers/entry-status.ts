import type { SourceElement } from '../bundle/source-element.ts'
import type { SourceResource } from '../bundle/source-resource.ts'

/** What a status says of whether the entry may be shown. */
export type Standing = 'VALID' | 'ENTERED_IN_ERROR' | 'UNKNOWN'

const MEDICATION_STATUS = [
  'active',
  'cancelled',
  'completed',
  'draft',
  'intended',
  'on-hold',
  'stopped',
  'unknown'
]

/** Elements that may say so, with the codes that are no reason to hide. */
const STATUS_ELEMENTS = new Map<
  string,
  readonly (readonly [name: string, valid: readonly string[]])[]
>([
  [
    'AllergyIntolerance',
    [
      ['verificationStatus', ['confirmed', 'unconfirmed']],
      ['clinicalStatus', ['active', 'inactive', 'resolved']]
    ]
  ],
  ['MedicationStatement', [['status', MEDICATION_STATUS]]],
  ['MedicationRequest', [['status', MEDICATION_STATUS]]]
])

/** FHIR's `entered-in-error`, however it is spelt; or disproved. */
const ERROR = /error|^refuted$/i

/** Whether a status says that there should be no such resource. */
export const saysError = (status: SourceElement): boolean =>
  ERROR.test(status.peek() ?? '')

const standingBy = (
  status: SourceElement,
  valid: readonly string[]
): Standing => {
  if (saysError(status)) return 'ENTERED_IN_ERROR'
  const code = status.peek()?.toLowerCase()
  return code === '' || (code !== undefined && valid.includes(code))
    ? 'VALID'
    : 'UNKNOWN'
}

const statusesOf = ({ root, type }: SourceResource) =>
  (STATUS_ELEMENTS.get(type) ?? []).flatMap(([name, valid]) =>
    root
      .items(name)
      .filter(({ present }) => present)
      .map((status) => ({ status, standing: standingBy(status, valid) }))
  )

/** The worst that any status of the resource says. */
export const standingOf = (resource: SourceResource): Standing => {
  const all = statusesOf(resource).map(({ standing }) => standing)
  if (all.includes('ENTERED_IN_ERROR')) return 'ENTERED_IN_ERROR'
  return all.includes('UNKNOWN') ? 'UNKNOWN' : 'VALID'
}

/** An error is said by a mark; reported where it is spelt otherwise. */
export const reportStatuses = (resource: SourceResource): void => {
  for (const { standing, status } of statusesOf(resource)) {
    if (standing !== 'ENTERED_IN_ERROR') continue
    status.settle()
    if (status.is('entered-in-error')) continue
    status.change('is taken as "entered-in-error"')
  }
}
