import { ClientError } from 'graphql-request'

/** A refused operation as its client sees it. */
export interface Refusal {
  readonly status: number
  readonly code: unknown
  readonly message: string
  readonly extensions: Record<string, unknown>
  readonly data: unknown
}

const toRefusal = ({ response }: ClientError): Refusal => {
  const [error] = response.errors ?? []
  return {
    status: response.status,
    code: error?.extensions?.code,
    message: error?.message ?? '',
    extensions: { ...error?.extensions },
    data: response.data
  }
}

/** The refusal of an operation; fails when it is answered. */
export const refusalOf = async (
  operation: Promise<unknown>
): Promise<Refusal> => {
  try {
    await operation
  } catch (error) {
    if (error instanceof ClientError) return toRefusal(error)
    throw error
  }
  throw new Error('The operation was answered')
}
