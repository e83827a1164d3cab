import { createSecretKey } from 'node:crypto'
import { resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { type Config, parseEnvironment } from '../../../src/config/env.ts'

const DATABASE_URL = 'postgres://app:s3cret@db.example:5432/gp'

/** Thirty-two bytes in base64. */
const AUDIT_KEY = Buffer.from('a'.repeat(32)).toString('base64')

const ISSUERS = JSON.stringify({
  'https://auth.example': {
    jwks: 'https://auth.example/jwks.json',
    kind: 'citizen',
    audience: 'gp-app'
  },
  'https://staff.example': {
    jwks: 'keys/staff.json',
    kind: 'staff',
    audience: ['gp-connect', 'gp-connect-test']
  }
})

const configOf = (env: NodeJS.ProcessEnv): Config => {
  const parsed = parseEnvironment(env)
  if (!parsed.ok) throw new Error(parsed.error.join('; '))
  return parsed.value
}

const problemsOf = (env: NodeJS.ProcessEnv): readonly string[] => {
  const parsed = parseEnvironment(env)
  return parsed.ok ? [] : parsed.error
}

const problemsOfIssuer = (issuer: unknown): readonly string[] =>
  problemsOf({ TRUSTED_ISSUERS: JSON.stringify({ 'urn:a': issuer }) })

const staffIssuer = (jwks: string) => ({ jwks, kind: 'staff', audience: 'us' })

describe('an empty environment', () => {
  it('is a demo server with its own database on the usual port', () => {
    expect(configOf({})).toEqual({
      environment: 'development',
      production: false,
      demo: true,
      port: 4000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      migrationDatabaseUrl: undefined,
      dataDirectory: resolve('.data'),
      citizenGraphql: true,
      trustedIssuers: [],
      auditKey: { from: 'data-directory' },
      auditCheckpointFile: resolve('.data/audit/checkpoint.json'),
      logLevel: 'info'
    })
  })

  it('is what variables without a value mean, too', () => {
    const blank = { PORT: '', DATABASE_URL: ' ', NODE_ENV: '', LOG_LEVEL: '' }
    expect(configOf(blank)).toEqual(configOf({}))
  })

  it('gives a configuration that nothing can change, however deep', () => {
    const config = configOf({ TRUSTED_ISSUERS: ISSUERS })
    expect(Object.isFrozen(config)).toBe(true)
    expect(Object.isFrozen(config.trustedIssuers)).toBe(true)
    expect(Object.isFrozen(config.trustedIssuers[0]?.audience)).toBe(true)
    expect(Object.isFrozen(config.trustedIssuers[0]?.keys)).toBe(true)
  })
})

describe('values that are given', () => {
  it('are used', () => {
    const config = configOf({
      NODE_ENV: 'production',
      PORT: '0',
      HOST: '::1',
      DATABASE_URL,
      MIGRATION_DATABASE_URL: 'postgresql://owner:pw@db.example/gp',
      DATA_DIR: '/var/lib/gp',
      CITIZEN_GRAPHQL: 'off',
      TRUSTED_ISSUERS: ISSUERS,
      AUDIT_KEY_FILE: 'secrets/audit',
      AUDIT_CHECKPOINT_FILE: '/var/lib/audit/checkpoint.json',
      LOG_LEVEL: 'warn'
    })
    expect(config).toMatchObject({
      production: true,
      demo: false,
      port: 0,
      host: '::1',
      databaseUrl: DATABASE_URL,
      migrationDatabaseUrl: 'postgresql://owner:pw@db.example/gp',
      dataDirectory: '/var/lib/gp',
      citizenGraphql: false,
      auditKey: { from: 'file', path: resolve('secrets/audit') },
      auditCheckpointFile: '/var/lib/audit/checkpoint.json',
      logLevel: 'warn'
    })
  })

  it('say who may issue tokens, for whom and where the keys are', () => {
    expect(configOf({ TRUSTED_ISSUERS: ISSUERS }).trustedIssuers).toEqual([
      {
        issuer: 'https://auth.example',
        kind: 'citizen',
        audience: ['gp-app'],
        keys: { from: 'url', url: 'https://auth.example/jwks.json' }
      },
      {
        issuer: 'https://staff.example',
        kind: 'staff',
        audience: ['gp-connect', 'gp-connect-test'],
        keys: { from: 'file', path: resolve('keys/staff.json') }
      }
    ])
  })

  it('keep the audit checkpoint in the data directory unless told', () => {
    expect(configOf({ DATA_DIR: '/var/lib/gp' }).auditCheckpointFile).toBe(
      '/var/lib/gp/audit/checkpoint.json'
    )
  })

  it('seal the audit with a key that cannot be printed by mistake', () => {
    const { auditKey } = configOf({ AUDIT_KEY })
    const right = createSecretKey(Buffer.from(AUDIT_KEY, 'base64'))
    expect(auditKey.from === 'value' && auditKey.key.equals(right)).toBe(true)
    expect(JSON.stringify(auditKey)).not.toContain(AUDIT_KEY)
  })

  it('migrate with the application role when no other is given', () => {
    expect(configOf({ DATABASE_URL }).migrationDatabaseUrl).toBe(DATABASE_URL)
  })
})

describe('a wrong value', () => {
  it.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '40.5'],
    ['HOST', 'a host'],
    ['DATABASE_URL', 'mysql://db.example/gp'],
    ['DATABASE_URL', 'postgres://db.example'],
    ['DATABASE_URL', 'postgres://app:100%@db.example/gp'],
    ['CITIZEN_GRAPHQL', 'true'],
    ['NODE_ENV', 'staging'],
    ['LOG_LEVEL', 'loud'],
    ['AUDIT_KEY', 'c2hvcnQ='],
    ['AUDIT_KEY', '-'.repeat(44)],
    ['TRUSTED_ISSUERS', '{'],
    ['TRUSTED_ISSUERS', '[]'],
    ['TRUSTED_ISSUERS', '"https://auth.example"']
  ])('of %s is refused: %s', (name, value) => {
    const problems = problemsOf({ [name]: value })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(new RegExp(`^${name} must be `))
  })

  it('is reported together with all the others', () => {
    const problems = problemsOf({
      NODE_ENV: 'production',
      PORT: 'x',
      LOG_LEVEL: 'x',
      CITIZEN_GRAPHQL: 'x',
      MIGRATION_DATABASE_URL: 'x'
    })
    expect(problems.map((problem) => problem.split(' ')[0]).toSorted()).toEqual(
      [
        'AUDIT_KEY',
        'CITIZEN_GRAPHQL',
        'DATABASE_URL',
        'LOG_LEVEL',
        'MIGRATION_DATABASE_URL',
        'MIGRATION_DATABASE_URL',
        'PORT',
        'TRUSTED_ISSUERS'
      ]
    )
  })

  it('is never repeated, as it may hold a password', () => {
    const problems = problemsOf({
      DATABASE_URL: 'postgers://app:s3cret@db.example/gp',
      MIGRATION_DATABASE_URL: 's3cret',
      PORT: 's3cret',
      TRUSTED_ISSUERS: 's3cret',
      AUDIT_KEY: 's3cret'
    })
    expect(problems).toHaveLength(5)
    expect(problems.join()).not.toContain('s3cret')
  })
})

describe('a trusted issuer', () => {
  it.each([
    'http://localhost:8080/jwks',
    'http://127.0.0.1:8080/jwks',
    'http://[::1]:8080/jwks'
  ])('may publish its keys on this machine without TLS: %s', (jwks) => {
    expect(problemsOfIssuer(staffIssuer(jwks))).toEqual([])
  })

  it.each([
    'http://auth.example/jwks',
    'http://127.0.0.1.auth.example/jwks',
    'https://user:pw@auth.example/jwks',
    'ftp://auth.example/jwks',
    'https:',
    ''
  ])('may not publish its keys at %j', (jwks) => {
    const problems = problemsOfIssuer(staffIssuer(jwks))
    expect(problems).toEqual([
      expect.stringMatching(/^TRUSTED_ISSUERS "urn:a" "jwks" must be an https/)
    ])
  })

  it('is refused with every wrong part named', () => {
    const problems = problemsOfIssuer({ jwks: 7, kind: 'robot', audience: [] })
    expect(problems).toEqual([
      expect.stringContaining('"urn:a" "jwks" must be'),
      expect.stringContaining('"urn:a" "kind" must be staff or citizen'),
      expect.stringContaining('"urn:a" "audience" must be')
    ])
  })

  it('is refused with a part that does not exist', () => {
    const issuer = { ...staffIssuer('keys.json'), secret: 'x' }
    expect(problemsOfIssuer(issuer)).toHaveLength(1)
  })
})

describe('production', () => {
  it('needs a database, an issuer and an audit key, and says so', () => {
    expect(problemsOf({ NODE_ENV: 'production' })).toEqual([
      'DATABASE_URL is needed in production',
      'TRUSTED_ISSUERS must name an issuer in production',
      'AUDIT_KEY or AUDIT_KEY_FILE is needed in production'
    ])
  })

  it('starts with an audit key in a file as well', () => {
    const given = { DATABASE_URL, TRUSTED_ISSUERS: ISSUERS }
    const env = { NODE_ENV: 'production', ...given }
    expect(problemsOf({ ...env, AUDIT_KEY })).toEqual([])
    expect(problemsOf({ ...env, AUDIT_KEY_FILE: 'secrets/audit' })).toEqual([])
  })

  it('does not start with an empty list of issuers', () => {
    const env = { NODE_ENV: 'production', DATABASE_URL, TRUSTED_ISSUERS: '{}' }
    expect(problemsOf({ ...env, AUDIT_KEY })).toEqual([
      'TRUSTED_ISSUERS must name an issuer in production'
    ])
  })
})

it('a migration role without a database to migrate is refused', () => {
  expect(problemsOf({ MIGRATION_DATABASE_URL: DATABASE_URL })).toEqual([
    'MIGRATION_DATABASE_URL needs DATABASE_URL beside it'
  ])
})

it('an audit key and a file with one are not given together', () => {
  const problems = problemsOf({ AUDIT_KEY, AUDIT_KEY_FILE: 'secrets/audit' })
  expect(problems).toEqual(['AUDIT_KEY and AUDIT_KEY_FILE exclude each other'])
})
