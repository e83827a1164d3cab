import type {
  Bundle,
  Extension,
  List,
  MedicationRequest,
  MedicationStatement,
  OperationOutcome,
  Resource
} from 'fhir/r3.js'
import { resourcesOf } from './builders/structured-record.ts'

interface Types {
  readonly List: List
  readonly MedicationRequest: MedicationRequest
  readonly MedicationStatement: MedicationStatement
  readonly OperationOutcome: OperationOutcome
}

const isOf =
  <Name extends keyof Types>(name: Name) =>
  (resource: Resource): resource is Types[Name] =>
    'resourceType' in resource && resource.resourceType === name

/** The Bundle's resources of one type, in their order. */
export const ofType = <Name extends keyof Types>(
  bundle: Bundle,
  name: Name
): Types[Name][] => resourcesOf(bundle).filter(isOf(name))

export const typeOf = (resource: Resource): string =>
  'resourceType' in resource ? String(resource.resourceType) : ''

export const typesIn = (bundle: Bundle): string[] =>
  resourcesOf(bundle).map(typeOf)

export const listTitled = (bundle: Bundle, title: string): List => {
  const list = ofType(bundle, 'List').find((one) => one.title === title)
  if (!list) throw new Error(`no List ${title}`)
  return list
}

/** The end of an extension's address, as it is known. */
export const nameOf = ({ url }: Extension): string =>
  url.replace(/^.*Extension-(?:CareConnect-)?(?:GPC-)?/, '').replace(/-1$/, '')

export const extensionNamed = (
  { extension }: { extension?: Extension[] },
  name: string
): Extension | undefined => extension?.find((one) => nameOf(one) === name)
