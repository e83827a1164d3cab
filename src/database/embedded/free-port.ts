import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'

// Below Linux's ephemeral ports, which an outgoing connection may take at any
// moment.
const FIRST = 20_000
const LAST = 32_767
const ATTEMPTS = 50

export const getFreePort = async (): Promise<number> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = randomInt(FIRST, LAST + 1)
    if (await isFree(port)) return port
  }
  throw new EmbeddedPostgresError(
    `No free port for the database was found on 127.0.0.1 between ${FIRST} and ${LAST}.`
  )
}

const isFree = (port: number): Promise<boolean> => {
  const probe = createServer()
  return new Promise((resolve) => {
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
