import type { JSONWebKeySet } from 'jose'

/** Where an issuer publishes the public keys that its tokens are signed by. */
export type KeySource =
  | { readonly from: 'url'; readonly url: string }
  | { readonly from: 'file'; readonly path: string }
  | { readonly from: 'memory'; readonly jwks: JSONWebKeySet }

export const TRUSTED_ISSUER_KINDS = ['staff', 'citizen'] as const

export type TrustedIssuerKind = (typeof TRUSTED_ISSUER_KINDS)[number]

/** An identity provider whose tokens are accepted, and as whom. */
export interface TrustedIssuer {
  /** The token's `iss`, letter by letter. */
  readonly issuer: string
  readonly kind: TrustedIssuerKind
  /** A token is for us when its `aud` names any one of these. */
  readonly audience: readonly string[]
  readonly keys: KeySource
}
