import type { Coding, Meta } from 'fhir/r3.js'
import type { HiddenCause } from '../../../policy/closure.ts'
import { isKeptFromPatient } from '../../../policy/export-access.ts'
import { gpcProfile, NOPAT } from '../../../vocabulary/fhir-system.ts'

const withLabels = (labels: readonly Coding[]): Pick<Meta, 'security'> =>
  labels.length === 0 ? {} : { security: [...labels] }

/** Digest section 4.1: people and places carry one profile and a version. */
export const administrativeMeta = (
  resourceType: string,
  version: number,
  labels: readonly Coding[] = []
): Meta => ({
  versionId: String(version),
  profile: [gpcProfile(resourceType)],
  ...withLabels(labels)
})

/**
 * Digest section 4.1: clinical resources carry one profile, and neither a
 * version nor a time; Ruling R17: in staff's export also the label NOPAT.
 */
export const clinicalMeta = (
  resourceType: string,
  hiddenBy: readonly HiddenCause[] = []
): Meta => ({
  profile: [gpcProfile(resourceType)],
  ...withLabels(isKeptFromPatient(hiddenBy) ? [{ ...NOPAT }] : [])
})
