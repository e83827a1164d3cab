/** Files of src itself, where everything is put together. */
const COMPOSITION = '^src/[^/]+\\.ts$'
const GRAPHIQL = '^src/web/graphiql/'

/** Who may ask the database; a request's context holds its connection. */
const DATABASE_USERS = [
  COMPOSITION,
  '^src/graphql/(types/)?context\\.ts$',
  '^src/http/health\\.ts$',
  '^src/database/',
  '^src/modules/import/',
  // The contract names the connection that an area's loader is given.
  '^src/modules/record/area\\.ts$',
  '\\.(entity|service|loader|area)\\.ts$'
]

/** What other modules may use. Each may itself use those before it. */
const SHARED_MODULES = [
  'identity',
  'audit',
  'record',
  'access-configuration',
  'permissions'
]

const forbidden = [
  {
    name: 'vocabulary-is-pure',
    comment:
      'Words of the standards, without rules or I/O: whoever uses them, in whatever place, gets no surprise.',
    from: { path: '^src/vocabulary/' },
    to: { pathNot: '^src/vocabulary/' }
  },
  {
    name: 'policy-is-pure',
    comment:
      'The only place that says yes or no: it can be proved and repeated only if it depends on its arguments alone.',
    from: { path: '^src/policy/' },
    to: { pathNot: '^src/(policy|vocabulary)/' }
  },
  {
    name: 'entities-stay-at-home',
    comment:
      'A table belongs to one module: others ask its service, which asks the policy. The database folder lists all tables for the ORM.',
    from: { path: '^src/modules/([^/]+)/' },
    to: {
      path: '\\.entity\\.ts$',
      pathNot: ['^src/modules/$1/', '^src/database/']
    }
  },
  {
    name: 'entities-stay-in-modules',
    comment:
      'GraphQL, HTTP and pages show views and never rows: a row carries what the policy may withhold.',
    from: { path: '^src/', pathNot: '^src/(modules|database)/' },
    to: { path: '\\.entity\\.ts$' }
  },
  {
    name: 'shield-in-one-place',
    comment:
      'Shield has traps (caches that leak, rules that fail open), so it is set up once; *.rules.ts only name the policy to ask.',
    from: { path: '^src/', pathNot: ['^src/graphql/', '\\.rules\\.ts$'] },
    to: { path: 'node_modules/(graphql-shield|graphql-middleware)/' }
  },
  {
    name: 'database-behind-services',
    comment:
      'A resolver, a route or a mapper that could query would go past the policy.',
    from: { path: '^src/', pathNot: DATABASE_USERS },
    to: {
      path: [
        'node_modules/(@mikro-orm|kysely|pg)/',
        '^(@mikro-orm|kysely|pg)(/|$)',
        '^src/database/(orm|sql)\\.ts$'
      ]
    }
  },
  {
    name: 'fhir-types-at-the-border',
    comment:
      'FHIR is one face of the record and its import: the model inside is ours, so that another version of FHIR changes the mappers alone.',
    from: {
      path: '^src/',
      pathNot: ['^src/modules/(fhir-export|import)/', '\\.fhir\\.ts$']
    },
    to: { path: ['^fhir(/|$)', 'node_modules/(@types/)?fhir/'] }
  },
  {
    name: 'modules-know-few-modules',
    comment:
      'A module can be understood with these few others in mind; what else two modules share belongs into vocabulary or policy.',
    from: { path: '^src/modules/([^/]+)/' },
    to: {
      path: '^src/modules/',
      pathNot: [`^src/modules/($1|${SHARED_MODULES.join('|')})/`]
    }
  },
  ...SHARED_MODULES.map((name, index) => ({
    name: `${name}-is-below-${SHARED_MODULES[index + 1] ?? 'the rest'}`,
    comment:
      'Two modules that need each other are one module, even when no file of theirs is in a cycle.',
    from: { path: `^src/modules/${name}/` },
    to: {
      path: '^src/modules/',
      pathNot: `^src/modules/(${SHARED_MODULES.slice(0, index + 1).join('|')})/`
    }
  })),
  {
    name: 'modules-know-no-transport',
    comment:
      'What a module does must not depend on how it was asked: HTTP and pages call modules, not the other way round.',
    from: { path: '^src/modules/' },
    to: { path: '^src/(http|web)/' }
  },
  {
    name: 'graphql-knows-no-other-transport',
    comment:
      'The graph, the REST routes and the pages are siblings above the modules.',
    from: { path: '^src/graphql/' },
    to: { path: '^src/(http|web)/' }
  },
  {
    name: 'composition-is-last',
    comment:
      'Only the files of src itself put everything together; importing one of them would start or contain the whole.',
    from: { path: '^src/', pathNot: COMPOSITION },
    to: { path: COMPOSITION }
  },
  {
    name: 'no-cycles',
    comment:
      'Files of a cycle can only be read, tested and loaded together; with decorators a cycle may not load at all.',
    from: { path: '^src/' },
    to: { circular: true }
  },
  {
    name: 'production-needs-production-packages',
    comment:
      'The built server runs after npm ci --omit=dev. GraphiQL is bundled beforehand, and types are gone by then.',
    from: { path: '^src/', pathNot: GRAPHIQL },
    to: {
      dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
      dependencyTypesNot: ['type-only']
    }
  }
]

export default {
  forbidden: forbidden.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    // The compiler in use has no JavaScript interface for other tools.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '[.](css|svg|html)$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json']
    }
  }
}
