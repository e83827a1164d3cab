import { root } from './project-root.mjs'

const shared = {
  rootDir: root,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          target: 'es2023',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            useDefineForClassFields: false
          }
        },
        module: { type: 'es6' },
        sourceMaps: 'inline'
      }
    ]
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/']
}

const PURE = '<rootDir>/test/{unit,property}/**/*.test.ts'
const PURE_FOLDERS = '<rootDir>/test/(unit|property)/'

/** The database is started for a run with a test outside the pure folders. */
export default {
  rootDir: root,
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  maxWorkers: 2,
  testTimeout: 60_000,
  projects: [
    { ...shared, displayName: 'pure', testMatch: [PURE] },
    {
      ...shared,
      displayName: 'integration',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', PURE_FOLDERS],
      globalSetup: '<rootDir>/.config/test-database-up.mjs',
      globalTeardown: '<rootDir>/.config/test-database-down.mjs'
    }
  ]
}
