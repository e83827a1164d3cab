import type { TestApp } from './app.ts'
import type { Person } from './access.ts'
import { postGraph } from './graph-post.ts'
import { NHS_NUMBERS } from './people.ts'

const PARTS = `id area clinicalDate recordedDate title description contentType
  size unreviewed type { text coding { code } }
  practiceSetting { text coding { code } } authors { name }
  authorOrganisations { name odsCode } custodian { odsCode }
  marker { causes { mark } }`

interface Node {
  readonly id: string
  readonly title: string
  readonly content?: {
    readonly contentType: string
    readonly size: number
    readonly base64: string
  } | null
}

interface Asked {
  readonly args?: string
  readonly parts?: string
  readonly as?: string
}

/** Reads one person's documents over HTTP, as that person unless told. */
export const documentReader = (server: TestApp, person: Person) => {
  const ask = async ({ args = '', parts = PARTS, as = person }: Asked = {}) => {
    const query = `{ patient(nhsNumber: "${NHS_NUMBERS[person]}") { record {
      documents${args} { nodes { title ${parts} }
        edges { cursor } pageInfo { hasNextPage endCursor } }
    } } }`
    const token = await server.tokenOf(as)
    const { body } = await postGraph(server.url, {
      operation: { query },
      token
    })
    const documents = Object(body.data).patient.record.documents
    const nodes: readonly Node[] = documents?.nodes ?? []
    return { nodes, documents, errors: body.errors }
  }
  const at = async (title: string, as: string) => {
    const { nodes, documents } = await ask({ parts: 'id', as })
    const index = nodes.findIndex((node) => node.title === title)
    return index === 0
      ? '(first: 1)'
      : `(first: 1, after: "${documents.edges[index - 1].cursor}")`
  }
  return {
    ask,
    titles: async (asked: Asked = {}): Promise<string[]> => {
      const { nodes } = await ask({ parts: 'id', ...asked })
      return nodes.map(({ title }) => title)
    },
    one: async (title: string, as: string = person) => {
      const { nodes } = await ask({ as })
      return nodes.find((node) => node.title === title)
    },
    /** The content of one document, and of no other. */
    contentOf: async (title: string, as: string = person) => {
      const args = await at(title, as)
      const parts = 'content { contentType size base64 }'
      const { nodes } = await ask({ args, parts, as })
      if (nodes[0]?.title !== title) throw new Error('No such document')
      return nodes[0].content
    }
  }
}
