import type { CodeableConcept } from '../../../../vocabulary/coding.ts'
import { snomed } from './snomed.ts'

const STOP_REASONS = {
  ineffective: snomed('395007004', 'Medication stopped - ineffective'),
  contraIndicated: snomed(
    '395008009',
    'Medication stopped - contra-indication'
  ),
  sideEffect: snomed('395009001', 'Medication stopped - side effect')
} as const

/** The code with the clinician's own words. */
export const stoppedBecause = (
  reason: keyof typeof STOP_REASONS,
  text: string
): CodeableConcept => ({ ...STOP_REASONS[reason], text })

/** A reason nobody coded. */
export const stoppedInWords = (text: string): CodeableConcept => ({
  coding: [],
  text
})
