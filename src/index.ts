import { fileURLToPath } from 'node:url'
import { createApp } from './app.ts'
import { DEMO_PERSONAS } from './database/seeders/demo-practice/personas.ts'
import { demoBanner } from './http/demo-banner.ts'
import { createDemoIssuer } from './modules/identity/demo-issuer.ts'
import { createTokenVerifier } from './modules/identity/token-verifier.ts'
import { prepareDatabaseWhenReachable } from './prepare-database.ts'
import { clock, ids, openAudit, openRuntime, readConfig } from './runtime.ts'

const say = (line: string): boolean => process.stdout.write(`${line}\n`)

const config = readConfig()
const { production, dataDirectory } = config
const runtime = await openRuntime(config, say)
const audit = await openAudit(config, { make: true, say })
const issuer = config.demo
  ? await createDemoIssuer({ dataDirectory, clock, production })
  : null
const verifier = createTokenVerifier({
  issuers: [...config.trustedIssuers, ...(issuer?.trustedIssuers ?? [])],
  clock
})
const app = await createApp({
  ...config,
  ...runtime,
  audit,
  clock,
  ids,
  verifier,
  graphiqlDirectory: config.demo
    ? fileURLToPath(new URL('../graphiql', import.meta.url))
    : null,
  demo: issuer && { issuer, personas: DEMO_PERSONAS }
})

const stopping = new AbortController()
const stop = async (): Promise<void> => {
  if (stopping.signal.aborted) return
  stopping.abort()
  await app.close()
  await runtime.close()
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)

try {
  const url = await app.listen({ host: config.host, port: config.port })
  await prepareDatabaseWhenReachable({
    ...runtime,
    clock,
    ids,
    demo: config.demo,
    production,
    signal: stopping.signal,
    warn: (problem) => app.log.warn(problem),
    onUnreachable: () => app.log.warn('database unreachable, trying again')
  })
  app.log.info('ready')
  if (issuer) say(await demoBanner({ url, issuer, personas: DEMO_PERSONAS }))
} catch (error) {
  app.log.fatal(error)
  process.exitCode = 1
  await stop()
}
