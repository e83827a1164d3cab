import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Bundle } from 'fhir/r3.js'
import { z } from 'zod'

const SHARED = fileURLToPath(new URL('../../../shared/fhir/', import.meta.url))

/** Whether the conformance resources lie beside the project. */
export const hasSharedFhir = existsSync(`${SHARED}validate.mjs`)

export const sharedExample = (name: string): string =>
  `${SHARED}examples/${name}`

if (!hasSharedFhir) {
  process.stderr.write(
    'Skipping tests of GP Connect profiles: ../shared/fhir is not there.\n'
  )
}

interface Validator {
  loadDefinitions(): object
  validate(json: unknown, definitions: object): unknown
}

const result = z.object({
  issues: z.array(
    z.object({
      severity: z.string(),
      resource: z.string(),
      path: z.string(),
      rule: z.string(),
      message: z.string()
    })
  )
})

/** Finds every error the profiles have with a Bundle, one line each. */
export const loadFhirValidator = async (): Promise<
  (bundle: Bundle) => string[]
> => {
  const validator: Validator = await import(
    pathToFileURL(`${SHARED}validate.mjs`).href
  )
  const definitions = validator.loadDefinitions()
  return (bundle) =>
    result
      .parse(validator.validate(bundle, definitions))
      .issues.filter(({ severity }) => severity === 'error')
      .map(
        ({ resource, path, rule, message }) =>
          `${resource} ${path} ${rule} ${message}`
      )
}
