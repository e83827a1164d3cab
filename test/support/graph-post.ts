/** An answer of the graph as it came over HTTP. */
export interface GraphAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: {
    readonly data?: unknown
    readonly errors?: readonly {
      readonly message: string
      readonly extensions?: Record<string, unknown>
    }[]
  }
}

/** Sends what no typed client would send. */
export const postGraph = async (
  url: string,
  { operation, token }: { operation: object; token?: string | undefined }
): Promise<GraphAnswer> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {})
    },
    body: JSON.stringify(operation)
  })
  const { status, headers } = response
  const text = await response.text()
  const body: GraphAnswer['body'] = JSON.parse(text)
  return { status, headers, text, body }
}

export const patientQuery = (nhsNumber: string) => ({
  query:
    'query Q($n: NhsNumber!) { patient(nhsNumber: $n) { id record { withheld { area } } } }',
  variables: { n: nhsNumber }
})
