import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const fromHere = (path) => fileURLToPath(new URL(path, import.meta.url))

/** GraphiQL as static files; the server sends its page at /graphql. */
export default defineConfig({
  root: fromHere('../src/web/graphiql'),
  base: '/graphiql/',
  logLevel: 'warn',
  worker: { format: 'es' },
  build: {
    outDir: fromHere('../dist/graphiql'),
    emptyOutDir: true,
    // Data URIs for scripts and icons would need a wider content policy.
    assetsInlineLimit: 0,
    // Monaco is large by nature and served from this machine.
    chunkSizeWarningLimit: 5000,
    // "use client" in the libraries means nothing in a static page.
    rolldownOptions: { checks: { moduleLevelDirective: false } }
  }
})
