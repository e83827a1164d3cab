import { createRequire } from 'node:module'
import util from 'node:util'
import type * as GraphqlMiddleware from 'graphql-middleware'
import type * as GraphqlShield from 'graphql-shield'

/**
 * Architecture decision: graphql-shield 7 asks Node for `util.isUndefined`,
 * which Node 23 took away; its ESM build does not link and its CommonJS build
 * denies every chain. Both packages are therefore loaded as CommonJS (two
 * copies of graphql-middleware refuse each other) with the function put back.
 */
const require = createRequire(import.meta.url)

if (!('isUndefined' in util)) {
  Object.defineProperty(util, 'isUndefined', {
    value: (value: unknown) => value === undefined
  })
}

const shieldPackage = require('graphql-shield') as typeof GraphqlShield
const middlewarePackage =
  require('graphql-middleware') as typeof GraphqlMiddleware

export const { allow, deny, rule, shield } = shieldPackage
export const { applyMiddlewareToDeclaredResolvers } = middlewarePackage
