import type { Fetcher, FetcherParams } from '@graphiql/toolkit'
import { Kind, parse } from 'graphql'

/**
 * Just after a change of tab GraphiQL still names the operation of the tab
 * before; with one operation in the document there is nothing to choose.
 */
const withRightOperation = (params: FetcherParams): FetcherParams => {
  try {
    const operations = parse(params.query).definitions.filter(
      ({ kind }) => kind === Kind.OPERATION_DEFINITION
    )
    return operations.length === 1
      ? { ...params, operationName: undefined }
      : params
  } catch {
    // The server explains syntax errors better, with their place.
    return params
  }
}

/**
 * Sends every operation, introspection included, with the persona's token.
 * The token never enters GraphiQL's own state, so nothing can store it; a
 * header typed into the headers editor still wins.
 */
export const createFetcher =
  (token: string | undefined): Fetcher =>
  async (params, options) => {
    const headers = new Headers({
      accept: 'application/json',
      'content-type': 'application/json'
    })
    if (token) headers.set('authorization', `Bearer ${token}`)
    for (const [name, value] of Object.entries(options?.headers ?? {})) {
      headers.set(name, String(value))
    }
    const response = await fetch('/graphql', {
      method: 'POST',
      headers,
      body: JSON.stringify(withRightOperation(params))
    })
    if (response.headers.get('content-type')?.includes('json')) {
      return response.json()
    }
    throw new Error(
      `The server answered with status ${response.status} and no GraphQL result.`
    )
  }
