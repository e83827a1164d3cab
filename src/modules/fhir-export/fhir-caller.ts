import { hasUsableIdentity } from '../../policy/patient-facing.ts'
import type { Viewer } from '../../policy/viewer.ts'
import { err, ok, type Result } from '../../vocabulary/result.ts'
import {
  identityError,
  type IdentityError
} from '../identity/identity.errors.ts'
import type { TokenVerifier } from '../identity/token-verifier.ts'
import { fhirError, type FhirError } from './operation-outcome.ts'

/** Who calls, by a token that says so with enough proof (Ruling R24). */
export const identifyCaller = async (
  verifier: TokenVerifier,
  authorization: string | undefined
): Promise<Result<Viewer, IdentityError>> => {
  const identified = await verifier.verify(authorization)
  if (!identified.ok) return identified
  const usable = hasUsableIdentity(identified.value)
  if (usable.allowed) return ok(identified.value)
  return err(
    identityError(
      usable.reason === 'IDENTITY_PROOFING_TOO_LOW'
        ? 'IDENTITY_PROOFING_TOO_LOW'
        : 'AUTHENTICATION_REQUIRED'
    )
  )
}

/** The reason is told: it concerns the caller's own token. */
export const toIdentityOutcome = ({
  kind,
  message,
  reason
}: IdentityError): FhirError =>
  fhirError({ kind, text: message, diagnostics: reason })
