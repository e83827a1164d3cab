import { describe, expect, it } from '@jest/globals'
import { fhirError } from '../../../src/modules/fhir-export/operation-outcome.ts'
import {
  bundleOf,
  LEVELS,
  permissionsAt,
  sourceOf,
  STAFF,
  type Level
} from '../../support/builders/structured-record.ts'
import {
  BARE_PATIENT,
  WHOLE_RECORD_CONTENT
} from '../../support/builders/whole-record.ts'
import {
  hasSharedFhir,
  loadFhirValidator
} from '../../support/fhir-validator.ts'

/** Errors of a resource as it is sent: JSON has no undefined elements. */
const listProfileErrors = async (resource: object): Promise<string[]> => {
  const validate = await loadFhirValidator()
  return validate(JSON.parse(JSON.stringify(resource)))
}

const describeWithValidator = hasSharedFhir ? describe : describe.skip

describeWithValidator(
  'GP Connect profiles (skipped where the validator is not beside the project)',
  () => {
    it.each<Level | 'staff'>([...LEVELS, 'none', 'staff'])(
      'a whole record at level %s has no error',
      async (level) => {
        const permissions = level === 'staff' ? STAFF : permissionsAt(level)
        const source = sourceOf({ ...WHOLE_RECORD_CONTENT, permissions })
        const bundle = bundleOf(source, {
          unrecognised: ['includeWeather'],
          disabled: ['includeProblems']
        })
        expect(await listProfileErrors(bundle)).toEqual([])
      }
    )

    it.each([
      ['empty areas', { allergies: [], medications: [] }],
      ['no area', {}],
      ['nobody known', WHOLE_RECORD_CONTENT]
    ])('a record of %s has no error', async (_what, content) => {
      const bundle = bundleOf(sourceOf(content, { patient: BARE_PATIENT }))
      expect(await listProfileErrors(bundle)).toEqual([])
    })

    it('an OperationOutcome has no error', async () => {
      const { body } = fhirError(
        {
          kind: 'INVALID_PARAMETER',
          diagnostics: 'x',
          expression: 'Parameters'
        },
        { kind: 'INVALID_RESOURCE', diagnostics: 'y' }
      )
      expect(await listProfileErrors(body)).toEqual([])
    })
  }
)
