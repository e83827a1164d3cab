import { connect, createServer, type Server, type Socket } from 'node:net'

/** A way to the database that a test can shut and open again. */
export interface DatabaseGate {
  /** The same database by way of the gate. */
  through(url: string): string
  /** Ends every connection and refuses new ones. */
  shut(): Promise<void>
  open(): Promise<void>
  close(): Promise<void>
}

const HOST = '127.0.0.1'

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })

/** The gate stands before the server of `databaseUrl`. */
export const createDatabaseGate = async (
  databaseUrl: string
): Promise<DatabaseGate> => {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  const join = (from: Socket, to: Socket) => {
    sockets.add(from)
    from.on('error', () => to.destroy())
    from.on('close', () => {
      sockets.delete(from)
      to.destroy()
    })
    from.pipe(to)
  }
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname)
    join(client, upstream)
    join(upstream, client)
  })
  const port = await listen(server, 0)
  const shut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  return {
    through: (url) => {
      const gated = new URL(url)
      gated.hostname = HOST
      gated.port = String(port)
      return gated.href
    },
    shut,
    open: async () => {
      await listen(server, port)
    },
    close: async () => {
      if (server.listening) await shut()
    }
  }
}
