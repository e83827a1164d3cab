import type { KeyObject } from 'node:crypto'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import {
  parseAuditKey,
  type AuditKeySource
} from '../modules/audit/audit-secret.ts'
import type { TrustedIssuer } from '../modules/identity/trusted-issuer.ts'
import { err, ok, type Result } from '../vocabulary/result.ts'
import { databaseUrl } from './database-url.ts'
import { trustedIssuers } from './trusted-issuers.ts'

const ENVIRONMENTS = ['production', 'development', 'test'] as const

const LOG_LEVELS = [
  'fatal',
  'error',
  'warn',
  'info',
  'debug',
  'trace',
  'silent'
] as const

/** Everything the environment decides, with its defaults filled in. */
export interface Config {
  readonly environment: (typeof ENVIRONMENTS)[number]
  readonly production: boolean
  /** Demo issuer, demo seed, GraphiQL and open introspection. */
  readonly demo: boolean
  /** 0: any free port. */
  readonly port: number
  readonly host: string
  /** Undefined: the embedded database in `dataDirectory`. */
  readonly databaseUrl: string | undefined
  /** The migrator's role; the same as `databaseUrl` unless given. */
  readonly migrationDatabaseUrl: string | undefined
  /** Absolute path. */
  readonly dataDirectory: string
  /** Whether citizens may use GraphQL; staff and the FHIR APIs always may. */
  readonly citizenGraphql: boolean
  readonly trustedIssuers: readonly TrustedIssuer[]
  /** What the audit is sealed with (Ruling R33). */
  readonly auditKey: AuditKeySource
  /** Absolute path of the file that says how far the audit had come. */
  readonly auditCheckpointFile: string
  readonly logLevel: (typeof LOG_LEVELS)[number]
}

type Environment = Readonly<Record<string, string | undefined>>

const oneOf = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values, { error: `must be one of: ${values.join(', ')}` })

/** Its message never repeats the value: it is a secret. */
const auditKey = z.string().transform((text, context): KeyObject => {
  const key = parseAuditKey(text)
  if (key) return key
  const message = 'must be at least 32 random bytes in base64'
  context.addIssue({ code: 'custom', message })
  return z.NEVER
})

const PORT_RANGE = 'must be a whole number from 0 (any free port) to 65535'

const variables = z.object({
  NODE_ENV: oneOf(ENVIRONMENTS).default('development'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, PORT_RANGE)
    .transform(Number)
    .refine((port) => port <= 65_535, PORT_RANGE)
    .default(4000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be a host name or an IP address')
    .default('127.0.0.1'),
  DATABASE_URL: databaseUrl.optional(),
  MIGRATION_DATABASE_URL: databaseUrl.optional(),
  DATA_DIR: z.string().default('.data'),
  CITIZEN_GRAPHQL: oneOf(['on', 'off']).default('on'),
  TRUSTED_ISSUERS: trustedIssuers.default([]),
  AUDIT_KEY: auditKey.optional(),
  AUDIT_KEY_FILE: z.string().optional(),
  AUDIT_CHECKPOINT_FILE: z.string().optional(),
  LOG_LEVEL: oneOf(LOG_LEVELS).default('info')
})

/** `NAME=` in an environment file means the same as no line at all. */
const withoutBlanks = (env: NodeJS.ProcessEnv): Environment =>
  Object.fromEntries(
    Object.entries(env)
      .map(([name, value]) => [name, value?.trim()])
      .filter(([, value]) => value)
  )

const toProblem = ({ path, message }: z.core.$ZodIssue): string =>
  [path[0], ...path.slice(1).map((part) => JSON.stringify(part)), message].join(
    ' '
  )

const hasNoIssuer = (text: string | undefined): boolean => {
  const parsed = trustedIssuers.safeParse(text ?? '{}')
  return parsed.success && parsed.data.length === 0
}

const listProblemsAcross = (env: Environment): string[] => {
  const production = env.NODE_ENV === 'production'
  const problems: string[] = []
  if (production && !env.DATABASE_URL) {
    problems.push('DATABASE_URL is needed in production')
  }
  if (production && hasNoIssuer(env.TRUSTED_ISSUERS)) {
    problems.push('TRUSTED_ISSUERS must name an issuer in production')
  }
  if (production && !env.AUDIT_KEY && !env.AUDIT_KEY_FILE) {
    problems.push('AUDIT_KEY or AUDIT_KEY_FILE is needed in production')
  }
  if (env.AUDIT_KEY && env.AUDIT_KEY_FILE) {
    problems.push('AUDIT_KEY and AUDIT_KEY_FILE exclude each other')
  }
  if (env.MIGRATION_DATABASE_URL && !env.DATABASE_URL) {
    problems.push('MIGRATION_DATABASE_URL needs DATABASE_URL beside it')
  }
  return problems
}

const auditKeyOf = ({
  AUDIT_KEY: key,
  AUDIT_KEY_FILE: path
}: z.infer<typeof variables>): AuditKeySource => {
  if (key) return { from: 'value', key }
  return path === undefined
    ? { from: 'data-directory' }
    : { from: 'file', path: resolve(path) }
}

const toConfig = (env: z.infer<typeof variables>): Config => ({
  environment: env.NODE_ENV,
  production: env.NODE_ENV === 'production',
  demo: env.NODE_ENV !== 'production',
  port: env.PORT,
  host: env.HOST,
  databaseUrl: env.DATABASE_URL,
  migrationDatabaseUrl: env.MIGRATION_DATABASE_URL ?? env.DATABASE_URL,
  dataDirectory: resolve(env.DATA_DIR),
  citizenGraphql: env.CITIZEN_GRAPHQL === 'on',
  trustedIssuers: env.TRUSTED_ISSUERS,
  auditKey: auditKeyOf(env),
  auditCheckpointFile: resolve(
    env.AUDIT_CHECKPOINT_FILE ?? join(env.DATA_DIR, 'audit', 'checkpoint.json')
  ),
  logLevel: env.LOG_LEVEL
})

const deepFreeze = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze)
    Object.freeze(value)
  }
  return value
}

/**
 * The one reading of the process's environment. The error lists every wrong
 * variable at once, by name and without its value.
 */
export const parseEnvironment = (
  env: NodeJS.ProcessEnv
): Result<Config, readonly string[]> => {
  const given = withoutBlanks(env)
  const parsed = variables.safeParse(given)
  const problems = [
    ...(parsed.error?.issues ?? []).map(toProblem),
    ...listProblemsAcross(given)
  ]
  return parsed.success && problems.length === 0
    ? ok(deepFreeze(toConfig(parsed.data)))
    : err(problems)
}
