import type { CodegenConfig } from '@graphql-codegen/cli'

/** A typed graphql-request client of the operations the tests use. */
const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: 'test/support/operations/*.graphql',
  generates: {
    'test/support/generated/sdk.ts': {
      plugins: ['typescript-operations', 'typescript-graphql-request'],
      config: {
        documentMode: 'documentNode',
        useTypeImports: true,
        strictScalars: true,
        enumType: 'string-literal',
        scalars: {
          NhsNumber: 'string',
          OdsCode: 'string',
          LocalDate: 'string',
          PartialDate: 'string',
          DateTime: 'string',
          JSON: 'unknown',
          FhirBundle: 'Record<string, unknown>'
        }
      }
    }
  }
}

export default config
