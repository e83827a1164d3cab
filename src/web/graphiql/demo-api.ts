import { decodeJwt } from 'jose'
import { z } from 'zod'

const personasAnswer = z.array(
  z.object({
    key: z.string(),
    label: z.string(),
    description: z.string(),
    kind: z.enum(['staff', 'citizen'])
  })
)

const tokenAnswer = z.object({ token: z.string() })

const claims = z.object({
  nhs_number: z.string().optional(),
  org_code: z.string().optional()
})

export type Persona = z.infer<typeof personasAnswer>[number]

/** A token, and the patient or practice it speaks for. */
export interface DemoToken {
  token: string
  nhsNumber?: string
  odsCode?: string
}

/** The demo personas; none where the server has no demo (it answers 404). */
export const listPersonas = async (): Promise<Persona[]> => {
  const response = await fetch('/demo/personas')
  if (response.status === 404) return []
  if (!response.ok) throw new Error(`status ${response.status}`)
  return personasAnswer.parse(await response.json())
}

export const getToken = async (persona: Persona): Promise<DemoToken> => {
  const response = await fetch('/demo/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona: persona.key })
  })
  if (!response.ok) throw new Error(`status ${response.status}`)
  const { token } = tokenAnswer.parse(await response.json())
  const { nhs_number, org_code } = claims.parse(decodeJwt(token))
  return { token, nhsNumber: nhs_number, odsCode: org_code }
}
