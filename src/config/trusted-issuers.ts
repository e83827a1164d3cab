import { resolve } from 'node:path'
import { z } from 'zod'
import {
  type KeySource,
  TRUSTED_ISSUER_KINDS,
  type TrustedIssuer
} from '../modules/identity/trusted-issuer.ts'

const WRONG_KEYS =
  'must be an https URL, an http URL on this machine (loopback), or the path of a file'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

const isAcceptableUrl = (text: string): boolean => {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') return false
  if (url.protocol === 'https:') return true
  return url.protocol === 'http:' && LOOPBACK.test(url.hostname)
}

/** Two letters at least, so that a drive letter is still a path. */
const looksLikeUrl = (text: string): boolean =>
  /^[a-z][a-z0-9+.-]+:/i.test(text)

const keySource = z
  .string({ error: WRONG_KEYS })
  .trim()
  .min(1, WRONG_KEYS)
  .transform((source, context): KeySource => {
    if (!looksLikeUrl(source)) return { from: 'file', path: resolve(source) }
    if (isAcceptableUrl(source)) return { from: 'url', url: source }
    context.addIssue({ code: 'custom', message: WRONG_KEYS })
    return z.NEVER
  })

const NO_AUDIENCE = 'must be a text or a list of at least one text'

const audienceText = z.string({ error: NO_AUDIENCE }).trim().min(1, NO_AUDIENCE)

const audience = z.union(
  [
    audienceText.transform((one) => [one]),
    z.array(audienceText).min(1, NO_AUDIENCE)
  ],
  {
    error: NO_AUDIENCE
  }
)

const issuer = z.strictObject(
  {
    jwks: keySource,
    kind: z.enum(TRUSTED_ISSUER_KINDS, {
      error: `must be ${TRUSTED_ISSUER_KINDS.join(' or ')}`
    }),
    audience
  },
  { error: 'must be an object of jwks, kind and audience, and nothing else' }
)

const NOT_AN_OBJECT =
  'must be a JSON object: issuer → { "jwks", "kind", "audience" }'

const parseJson = (text: string, context: z.RefinementCtx): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: NOT_AN_OBJECT })
    return z.NEVER
  }
}

/** TRUSTED_ISSUERS: who may say who is calling, keyed by the token's `iss`. */
export const trustedIssuers = z
  .string()
  .transform(parseJson)
  .pipe(z.record(z.string().min(1), issuer, { error: NOT_AN_OBJECT }))
  .transform((issuers): readonly TrustedIssuer[] =>
    Object.entries(issuers).map(([name, { jwks, kind, audience: aud }]) => ({
      issuer: name,
      kind,
      audience: aud,
      keys: jwks
    }))
  )
