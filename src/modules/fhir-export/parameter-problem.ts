import { err, type Result } from '../../vocabulary/result.ts'
import type { OutcomeKind } from './operation-outcome.ts'

/** What is wrong with one part of a Parameters resource. */
export interface ParameterProblem {
  readonly kind: Extract<
    OutcomeKind,
    | 'INVALID_NHS_NUMBER'
    | 'INVALID_IDENTIFIER_SYSTEM'
    | 'INVALID_PARAMETER'
    | 'INVALID_RESOURCE'
  >
  /** Names and expectations; never a value, which may identify a patient. */
  readonly diagnostics: string
  /** FHIRPath of what is wrong. */
  readonly expression: string
}

/** 422 of digest section 6: the parameter or its value is wrong. */
export const invalidParameter = (
  diagnostics: string,
  expression: string
): ParameterProblem => ({ kind: 'INVALID_PARAMETER', diagnostics, expression })

/** 422 of digest section 6: the body is no Parameters resource as profiled. */
export const invalidResource = (
  diagnostics: string,
  expression: string
): ParameterProblem => ({ kind: 'INVALID_RESOURCE', diagnostics, expression })

/** One problem is enough where nothing more can be read. */
export const unreadable = (
  problem: ParameterProblem
): Result<never, readonly ParameterProblem[]> => err([problem])
