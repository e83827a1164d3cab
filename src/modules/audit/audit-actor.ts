import type { Viewer } from '../../policy/viewer.ts'
import { storable, type Json } from './canonical.ts'

/** Whoever asks, or the server itself at the operator's command. */
export type AuditedViewer = Viewer | { readonly kind: 'system' }

const factsOf = (viewer: AuditedViewer): object => {
  switch (viewer.kind) {
    case 'practice-staff':
      return {
        kind: viewer.kind,
        userId: viewer.userId,
        roleProfileId: viewer.roleProfileId,
        roles: viewer.roles,
        activityCodes: viewer.activityCodes,
        odsCode: viewer.odsCode
      }
    case 'patient':
      return {
        kind: viewer.kind,
        nhsNumber: viewer.nhsNumber,
        identityProofingLevel: viewer.identityProofingLevel
      }
    default:
      return { kind: viewer.kind }
  }
}

/** Who it was, in what role, by the token they came with (Ruling R33). */
export const actorOf = (viewer: AuditedViewer): Json =>
  storable(factsOf(viewer))
