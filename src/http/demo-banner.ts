import type { DemoIssuer } from '../modules/identity/demo-issuer.ts'
import type { DemoPersona } from '../modules/identity/demo-persona.ts'

/** Whose tokens are printed at the start. */
const SHOWN = ['gp', 'ada', 'ben']

/** Where the demo can be reached, with tokens ready to paste. */
export const demoBanner = async (options: {
  url: string
  issuer: DemoIssuer
  personas: readonly DemoPersona[]
}): Promise<string> => {
  const { url, issuer, personas } = options
  const shown = personas.filter(({ key }) => SHOWN.includes(key))
  const tokens = await Promise.all(
    shown.map(
      async (persona) =>
        `\n${persona.label} (${persona.description})\n` +
        `Authorization: Bearer ${await issuer.issue(persona)}`
    )
  )
  return [
    '',
    'The demo practice is being served; everyone in it is made up.',
    `  GraphQL and GraphiQL  ${url}/graphql`,
    `  GP Connect            ${url}/gp-connect/patient-facing/access-record-fhir/FHIR/STU3`,
    `  Health                ${url}/healthz  ${url}/readyz`,
    ...tokens,
    '\nMore tokens: npm run cli -- token --as <persona>'
  ].join('\n')
}
