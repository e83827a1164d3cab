import { parseOdsCode, type OdsCode } from '../../../vocabulary/ods-code.ts'
import { err, ok, type Result } from '../../../vocabulary/result.ts'
import type { PracticeContent } from '../../record/record-writer.ts'
import { toAddress, toTelephone } from './demographics.ts'
import type { PatientIdentity } from './patient.source.ts'
import { odsCodeOf } from './people.source.ts'
import type { SourceBundle } from '../bundle/source-bundle.ts'
import type { SourceResource } from '../bundle/source-resource.ts'

/** Which practice a record goes to, and what the Bundle says of it. */
export interface PracticeChoice {
  readonly odsCode: OdsCode
  readonly described: SourceResource | null
}

const hasCode = (resource: SourceResource, code: OdsCode): boolean =>
  odsCodeOf(resource)?.toUpperCase() === code

const chooseByHand = (
  bundle: SourceBundle,
  requested: string
): Result<PracticeChoice, string> => {
  const code = parseOdsCode(requested)
  if (!code.ok) return err('was given a practice that is no ODS code')
  const organizations = bundle.ofType('Organization')
  const described = organizations.find((one) => hasCode(one, code.value))
  return ok({ odsCode: code.value, described: described ?? null })
}

const USE_OPTION = 'say which practice with --practice'

/** The one asked for, else the managing organisation of the patient. */
export const choosePractice = (
  bundle: SourceBundle,
  { resource }: PatientIdentity,
  requested: string | undefined
): Result<PracticeChoice, string> => {
  const reference = resource.root.child('managingOrganization')
  const manager = resource.peek(reference)
  const choice =
    requested === undefined
      ? chooseManager(manager)
      : chooseByHand(bundle, requested)
  if (!choice.ok || !manager) return choice
  if (choice.value.described === manager) reference.settle()
  else reference.lose('is not the practice that was asked for')
  return choice
}

const chooseManager = (
  manager: SourceResource | undefined
): Result<PracticeChoice, string> => {
  if (!manager) return err(`has no managing organisation: ${USE_OPTION}`)
  const code = parseOdsCode(odsCodeOf(manager) ?? '')
  return code.ok
    ? ok({ odsCode: code.value, described: manager })
    : err(`has a managing organisation without an ODS code: ${USE_OPTION}`)
}

export const toPractice = (
  described: SourceResource,
  odsCode: OdsCode
): PracticeContent => {
  const { root } = described
  described.take()
  const name = root.child('name').text() ?? odsCode
  root.child('identifier').settle()
  root.child('active').expect('true')
  const type = root.child('type').child('coding')
  if (type.child('code').is('gp-practice')) root.child('type').settle()
  return {
    odsCode,
    name,
    address: toAddress(root),
    telephone: toTelephone(root)
  }
}
