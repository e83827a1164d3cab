export interface ExampleOperation {
  name: string
  query: string
  variables: Readonly<Record<string, unknown>>
}

/** Whose record, and which practice's settings, the examples are about. */
export const PATIENT = { nhsNumber: '9991230017' }
export const PRACTICE = { odsCode: 'A81001' }
