import type { Finding } from '../import-report.ts'
import { isJsonObject, listOf, memberOf } from './json-value.ts'
import { SourceResource } from './source-resource.ts'

/** The resources of a Bundle, found by type and by reference. */
export interface SourceBundle {
  readonly resources: readonly SourceResource[]
  /** The Bundle itself, for labels that hold for all of it. */
  readonly whole: SourceResource
  ofType(type: string): readonly SourceResource[]
  /** All there is to say once every mapper is done. */
  close(reasonFor: (type: string) => string): readonly Finding[]
}

/** `Type/id` at the end of an absolute or versioned reference. */
const shortReference = (reference: string): string =>
  /([A-Za-z]+\/[^/]+)(?:\/_history\/[^/]+)?$/.exec(reference)?.[1] ?? reference

const namesOf = (resource: SourceResource, entry: unknown): string[] => {
  const fullUrl = memberOf(entry, 'fullUrl')
  return [
    ...(resource.id === null ? [] : [`${resource.type}/${resource.id}`]),
    ...(typeof fullUrl === 'string' ? [fullUrl] : [])
  ]
}

const WITHOUT_RESOURCE: Finding = {
  kind: 'NOT_TAKEN',
  subject: 'Bundle',
  path: 'Bundle.entry',
  reason: 'has no resource'
}

/** Of a Bundle that was checked by `readBundle`. */
export const createSourceBundle = (bundle: unknown): SourceBundle => {
  const findings: Finding[] = []
  const byName = new Map<string, SourceResource>()
  const around = {
    find: (reference: string) =>
      byName.get(reference) ?? byName.get(shortReference(reference)),
    say: (finding: Finding) => void findings.push(finding)
  }
  const resources: SourceResource[] = []
  for (const entry of listOf(memberOf(bundle, 'entry'))) {
    const raw = memberOf(entry, 'resource')
    if (!isJsonObject(raw)) {
      around.say(WITHOUT_RESOURCE)
      continue
    }
    const resource = new SourceResource(raw, around)
    resources.push(resource)
    for (const name of namesOf(resource, entry)) {
      if (!byName.has(name)) byName.set(name, resource)
      else if (name.startsWith(resource.type)) {
        resource.drop('has the type and id of an earlier resource')
      }
    }
  }
  const whole = new SourceResource(isJsonObject(bundle) ? bundle : {}, around)
  return {
    resources,
    whole,
    ofType: (type) => resources.filter((resource) => resource.type === type),
    close: (reasonFor) => {
      for (const resource of resources) resource.close(reasonFor)
      const said = new Map(findings.map((one) => [JSON.stringify(one), one]))
      return [...said.values()]
    }
  }
}
