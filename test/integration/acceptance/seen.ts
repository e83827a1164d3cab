import { isDeepStrictEqual } from 'node:util'
import { ClientError } from 'graphql-request'
import type { RecordAccessLevel } from '../../../src/vocabulary/access-level.ts'
import { clientWith, type Person } from '../../support/access.ts'
import type { TestApp } from '../../support/app.ts'
import type { PatientRecordQuery } from '../../support/generated/sdk.ts'
import { NHS_NUMBERS } from '../../support/people.ts'
import { toldInFhir } from './told-in-fhir.ts'
import { nameOf, refusal, said, type Refused, type Told } from './told.ts'

/** What a patient is shown of the own record. */
interface Seen extends Pick<Told, 'entries' | 'notes' | 'branch'> {
  /** The least level that keeps back no more than they are told. */
  readonly level: RecordAccessLevel
}

type Sight = Seen | Refused

interface ToldInGraphql extends Told {
  readonly level: RecordAccessLevel
}

const levelOf = (withheld: readonly string[]): RecordAccessLevel => {
  if (withheld.includes('PROBLEMS')) return 'SUMMARY'
  if (withheld.includes('DOCUMENTS')) return 'DETAILED'
  return withheld.includes('FREE_TEXT') ? 'DOCUMENTS' : 'FULL'
}

const toTold = ({
  record,
  branchSurgery
}: NonNullable<PatientRecordQuery['patient']>): ToldInGraphql => {
  const allergies = record?.allergies?.nodes ?? []
  const courses = record?.medications?.nodes ?? []
  const issues = courses.flatMap((course) => course.issues ?? [])
  const all = [...allergies, ...courses, ...issues]
  const level = levelOf(record?.withheld.map(({ area }) => area) ?? [])
  return {
    ids: said(all.map(({ id }) => id)),
    entries: said([
      ...allergies.map(({ code }) => nameOf(code)),
      ...courses.map(({ medication }) => nameOf(medication))
    ]),
    notes: said(all.map(({ note }) => note)),
    branch: branchSurgery?.name ?? null,
    codedAreas: level !== 'SUMMARY',
    level
  }
}

const toldInGraphql = async (
  url: string,
  { token, nhsNumber }: { token: string; nhsNumber: string }
): Promise<ToldInGraphql | Refused> => {
  try {
    const client = clientWith(url, token)
    const { patient } = await client.PatientRecord({ nhsNumber })
    return patient ? toTold(patient) : refusal(patient)
  } catch (error) {
    if (!(error instanceof ClientError)) throw error
    return refusal(error.response.errors?.[0]?.extensions?.code)
  }
}

/**
 * What the patient is shown, calling with `token`. Asked of GraphQL and of
 * `$gpc.getstructuredrecord`; fails where the two do not say the same.
 */
export const sightOf = async (
  server: TestApp,
  person: Person,
  token?: string
): Promise<Sight> => {
  const asked = {
    token: token ?? (await server.tokenOf(person)),
    nhsNumber: NHS_NUMBERS[person]
  }
  const graph = await toldInGraphql(server.url, asked)
  const fhir = await toldInFhir(server.url, asked)
  if (typeof graph === 'string') {
    if (graph === fhir) return graph
    throw new Error(`GraphQL says ${graph}, FHIR ${JSON.stringify(fhir)}`)
  }
  const { level, ...told } = graph
  if (!isDeepStrictEqual(told, fhir)) {
    const both = JSON.stringify({ graphql: told, fhir }, null, 2)
    throw new Error(`GraphQL and FHIR differ: ${both}`)
  }
  const { entries, notes, branch } = told
  return { entries, notes, branch, level }
}
