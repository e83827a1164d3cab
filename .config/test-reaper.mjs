import { rm } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { clusterFolder } from '../src/database/embedded/cluster.ts'
import {
  findPostmaster,
  stopPostmaster
} from '../src/database/embedded/postmaster-process.ts'

// The lines name directories of a test run. The input ends when the run ends,
// even by kill -9; then their servers are stopped and they are removed.
const directories = (await text(process.stdin)).split('\n').filter(Boolean)
for (const directory of new Set(directories)) {
  const cluster = clusterFolder(directory)
  const server = await findPostmaster(cluster)
  if (server) await stopPostmaster(server.pid, cluster)
  await rm(directory, { recursive: true, force: true })
}
