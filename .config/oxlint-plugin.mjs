const MESSAGE =
  'Time and ids are handed in, so that a decision can be repeated: see createApp.'

/** Calls whose answer depends on when, or on how often, they are made. */
const AMBIENT = {
  Date: ['now'],
  Math: ['random'],
  crypto: ['randomUUID', 'getRandomValues']
}

const isAmbientMember = ({ type, object, property }) =>
  type === 'MemberExpression' &&
  object.type === 'Identifier' &&
  AMBIENT[object.name]?.includes(property.name)

const noAmbientTimeOrChance = {
  create: (context) => ({
    NewExpression(node) {
      if (node.callee.name === 'Date' && node.arguments.length === 0) {
        context.report({ node, message: MESSAGE })
      }
    },
    CallExpression(node) {
      if (isAmbientMember(node.callee)) {
        context.report({ node, message: MESSAGE })
      }
    },
    ImportSpecifier(node) {
      if (node.imported.name?.startsWith('random')) {
        context.report({ node, message: MESSAGE })
      }
    }
  })
}

export default {
  meta: { name: 'project' },
  rules: { 'no-ambient-time-or-chance': noAmbientTimeOrChance }
}
