import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from './project-root.mjs'

const GRAPHIQL = 'src/web/graphiql'
const HASHES = join(root, 'dist/.build-hash')

/**
 * What is built apart from the other, from which sources, by which command,
 * into what.
 */
const PARTS = {
  server: {
    title: 'the server',
    sources: ['src', 'migrations', 'tsconfig.json', 'package-lock.json'],
    isSource: (path) => !path.startsWith(`${GRAPHIQL}/`),
    outputs: ['dist/src', 'dist/migrations'],
    command: ['tsc', '-p', 'tsconfig.json']
  },
  graphiql: {
    title: 'GraphiQL',
    sources: [GRAPHIQL, '.config/vite.config.mjs', 'package-lock.json'],
    isSource: () => true,
    outputs: ['dist/graphiql'],
    command: ['vite', 'build', '-c', '.config/vite.config.mjs']
  }
}

export const ALL_PARTS = Object.keys(PARTS)
export const SERVER_ENTRY = join(root, 'dist/src/index.js')
export const CLI_ENTRY = join(root, 'dist/src/cli.js')

/** Builds every named part anew. */
export const build = (names) => {
  return alone(() => buildParts(names))
}

/**
 * Builds those of the named parts whose sources differ from what dist was built
 * from.
 */
export const buildStale = (names) => {
  return alone(async () => {
    const built = await readHashes()
    await buildParts(names.filter((name) => isStale(name, built)))
  })
}

const isStale = (name, built) => {
  return (
    built[name] !== hashSources(PARTS[name]) ||
    PARTS[name].outputs.some((output) => !existsSync(join(root, output)))
  )
}

const buildParts = async (names) => {
  const results = await Promise.allSettled(names.map(buildPart))
  const failures = results.filter(({ status }) => status === 'rejected')
  if (failures.length > 0) {
    throw new Error(failures.map(({ reason }) => reason.message).join('\n'))
  }
  const hashes = await readHashes()
  for (const { value } of results) Object.assign(hashes, value)
  await mkdir(join(root, 'dist'), { recursive: true })
  await writeFile(HASHES, `${JSON.stringify(hashes, null, 2)}\n`)
}

/**
 * The hash is taken before the build: an edit meanwhile makes the next start
 * build again.
 */
const buildPart = async (name) => {
  const part = PARTS[name]
  const hash = hashSources(part)
  console.error(`Building ${part.title} …`)
  for (const output of part.outputs) {
    // A file whose source is gone, such as a migration, must not stay behind.
    await rm(join(root, output), { recursive: true, force: true })
  }
  await run(part)
  return { [name]: hash }
}

const run = ({ title, command: [tool, ...options] }) => {
  const program = join(root, 'node_modules/.bin', tool)
  if (!existsSync(program)) {
    throw new Error(
      `Cannot build ${title}: ${tool} is not installed. Run npm ci with development dependencies.`
    )
  }
  return new Promise((resolve, reject) => {
    // Standard output belongs to the command which is run after the build.
    const child = spawn(process.execPath, [program, ...options], {
      cwd: root,
      stdio: ['ignore', 2, 2]
    })
    child.on('error', reject)
    child.on('exit', (status) =>
      status === 0
        ? resolve()
        : reject(new Error(`Building ${title} failed: see the messages above.`))
    )
  })
}

const hashSources = ({ sources, isSource }) => {
  const hash = createHash('sha256')
  for (const path of sources.flatMap(listFiles).filter(isSource).toSorted()) {
    hash.update(`${path}\0`).update(readFileSync(join(root, path)))
    hash.update('\0')
  }
  return hash.digest('hex')
}

const listFiles = (source) => {
  if (statSync(join(root, source)).isFile()) return [source]
  return readdirSync(join(root, source), { recursive: true })
    .map((path) => join(source, path))
    .filter((path) => statSync(join(root, path)).isFile())
}

const readHashes = () => {
  return readFile(HASHES, 'utf8').then(JSON.parse, () => ({}))
}

/**
 * One build at a time for a checkout; the kernel frees the name when its holder
 * dies.
 */
const alone = async (work) => {
  const hash = createHash('sha256').update(root).digest('hex')
  const name = `\0gp-connect-bff-build-${hash}`
  const server = createServer((socket) => socket.destroy())
  while (!(await listens(server, name))) await sleep(100)
  try {
    return await work()
  } finally {
    server.close()
  }
}

const listens = (server, name) => {
  return new Promise((resolve, reject) => {
    const onError = (error) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error)
    server.once('error', onError)
    server.listen(name, () => {
      server.off('error', onError)
      resolve(true)
    })
  })
}
