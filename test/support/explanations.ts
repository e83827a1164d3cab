import type { TestApp } from './app.ts'
import type { ExplainAccessQuery, Sdk } from './generated/sdk.ts'
import { NHS_NUMBERS } from './people.ts'

export type Person = keyof typeof NHS_NUMBERS
export type Explanation = NonNullable<ExplainAccessQuery['explainAccess']>

const MILL_LANE_PEOPLE: readonly Person[] = ['priya', 'quinn']

/** The entries of a demo patient as somebody finds them. */
const recordOf = async (person: Person, client: Sdk) => {
  const nhsNumber = NHS_NUMBERS[person]
  const { patient } = await client.PatientRecord({ nhsNumber })
  const { allergies, medications } = patient?.record ?? {}
  return {
    allergies: allergies?.nodes ?? [],
    courses: medications?.nodes ?? []
  }
}

/** Explanations to staff of each patient’s practice, and what they are of. */
export const createExplanations = async (server: TestApp) => {
  const gp = await server.clientOf('gp')
  const otherGp = await server.clientOf('other-gp')
  const staffOf = (person: Person): Sdk =>
    MILL_LANE_PEOPLE.includes(person) ? otherGp : gp
  const wholeRecordOf = (person: Person) => recordOf(person, staffOf(person))
  return {
    gp,
    otherGp,
    wholeRecordOf,
    ownRecordOf: async (person: Person) =>
      recordOf(person, await server.clientOf(person)),
    allergyOf: async (person: Person, assertedDate: string) => {
      const { allergies } = await wholeRecordOf(person)
      const found = allergies.find((one) => one.assertedDate === assertedDate)
      if (!found) throw new Error('No such allergy')
      return found.id
    },
    courseOf: async (person: Person, start: string) => {
      const { courses } = await wholeRecordOf(person)
      const found = courses.find((one) => one.effectiveStart === start)
      if (!found) throw new Error('No such course')
      return found
    },
    explain: async (person: Person, entryId: string): Promise<Explanation> => {
      const asked = { nhsNumber: NHS_NUMBERS[person], entryId }
      const answer = await staffOf(person).ExplainAccess(asked)
      if (!answer.explainAccess) throw new Error('No explanation')
      return answer.explainAccess
    }
  }
}

export type Explanations = Awaited<ReturnType<typeof createExplanations>>

export const stepsOf = ({ steps }: Explanation, ...kinds: string[]) =>
  steps.filter(({ kind }) => kinds.includes(kind))
