import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import Fastify, { type FastifyInstance } from 'fastify'
import {
  graphiqlPages,
  sendGraphiqlPage,
  wantsGraphiql
} from '../../../src/http/graphiql.ts'

const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

let directory: string
let app: FastifyInstance

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'graphiql-'))
  app = Fastify()
  await app.register(graphiqlPages({ directory }))
  app.get('/graphql', (request, reply) =>
    wantsGraphiql(request)
      ? sendGraphiqlPage(reply, { directory })
      : { data: 'an answer' }
  )
})

afterEach(async () => {
  await app.close()
  await rm(directory, { recursive: true })
})

const writePage = async (): Promise<void> => {
  await mkdir(join(directory, 'assets'))
  await writeFile(join(directory, 'index.html'), '<title>GraphiQL</title>')
  await writeFile(join(directory, 'assets/main-1a2b.js'), 'run()')
}

describe('GraphiQL at the GraphQL address', () => {
  it('is for browsers, under a policy that names no other host', async () => {
    await writePage()

    const answer = await app.inject({ url: '/graphql', headers: BROWSER })

    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.body).toContain('GraphiQL')
    const policy = answer.headers['content-security-policy']
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/)
  })

  it.each([
    ['a client', { url: '/graphql', headers: { accept: '*/*' } }],
    ['a client that says nothing', { url: '/graphql' }],
    ['an operation in a link', { url: '/graphql?query={a}', headers: BROWSER }]
  ])('leaves %s to the API', async (_who, request) => {
    await writePage()

    const answer = await app.inject(request)

    expect(answer.json()).toEqual({ data: 'an answer' })
  })

  it('lets browsers keep its scripts', async () => {
    await writePage()

    const answer = await app.inject('/graphiql/assets/main-1a2b.js')

    expect(answer.body).toBe('run()')
    expect(answer.headers['cache-control']).toBe(
      'public, max-age=31536000, immutable'
    )
  })

  it('says how to get it when it has not been built', async () => {
    const answer = await app.inject({ url: '/graphql', headers: BROWSER })

    expect(answer.statusCode).toBe(503)
    expect(answer.body).toContain('npm run build')
  })
})
