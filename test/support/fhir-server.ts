import { createSecretKey } from 'node:crypto'
import Fastify, { type FastifyInstance } from 'fastify'
import {
  FHIR_BASE,
  fhirRoutes
} from '../../src/modules/fhir-export/fhir.routes.ts'
import type { RequestAudit } from '../../src/modules/audit/request-audit.service.ts'
import type { StructuredRecordService } from '../../src/modules/fhir-export/structured-record-source.ts'
import { identityError } from '../../src/modules/identity/identity.errors.ts'
import type { TokenVerifier } from '../../src/modules/identity/token-verifier.ts'
import type { PatientFile } from '../../src/modules/record/patient/patient.row.ts'
import type { DenialReason } from '../../src/policy/decision.ts'
import {
  PATIENT_ACCESS_OFF,
  PRACTICE_ACCESS_OFF
} from '../../src/policy/record-access-switches.ts'
import type { Viewer } from '../../src/policy/viewer.ts'
import { parseNhsNumber } from '../../src/vocabulary/nhs-number.ts'
import { parseOdsCode } from '../../src/vocabulary/ods-code.ts'
import { err, ok } from '../../src/vocabulary/result.ts'
import { parsed } from './arbitraries.ts'
import { patientRow } from './builders/people.ts'
import { allergyRow, courseRow } from './builders/record.ts'
import {
  permissionsAt,
  sourceOf,
  type Level
} from './builders/structured-record.ts'

export const REQUEST_ID = 'A0B1C2D3-1111-4222-8333-444455556666'

const nhsNumber = parsed(parseNhsNumber('9991230017'))
const odsCode = parsed(parseOdsCode('A81001'))

/** Tokens by what they stand for; the tests need no signatures. */
const VIEWERS: Readonly<Record<string, Viewer>> = {
  patient: { kind: 'patient', nhsNumber, identityProofingLevel: 'P9' },
  unproven: { kind: 'patient', nhsNumber, identityProofingLevel: 'P5' },
  staff: {
    kind: 'practice-staff',
    userId: 'u',
    roleProfileId: 'r',
    odsCode,
    roles: [],
    activityCodes: [],
    permissions: new Set()
  }
}

const verifier: TokenVerifier = {
  verify: async (authorization) => {
    if (authorization === undefined) return ok({ kind: 'anonymous' })
    const name = authorization.replace('Bearer ', '')
    if (name === 'keyless') return err(identityError('KEYS_UNAVAILABLE'))
    const viewer = VIEWERS[name]
    return viewer ? ok(viewer) : err(identityError('TOKEN_EXPIRED'))
  }
}

const file: PatientFile = {
  patient: patientRow(),
  practice: {
    id: patientRow().practiceId,
    odsCode: 'A81001',
    name: 'Elm Tree Surgery',
    signalHiddenItems: true
  },
  branchSurgery: null,
  standing: {
    nhsNumber,
    odsCode,
    active: true,
    deceased: false,
    sensitive: false,
    birthDate: '1970-06-01',
    masterState: 'ENABLED',
    competence: 'NOT_ASSESSED'
  },
  practiceAccess: PRACTICE_ACCESS_OFF,
  patientAccess: PATIENT_ACCESS_OFF,
  ordering: { practice: false, patient: false },
  practiceAccessVersion: 1,
  patientAccessVersion: 1
}

/** How the stand-in for the record behaves, and what it was asked. */
export interface Situation {
  denial?: DenialReason
  level: Level
  failure?: Error
  readonly calls: string[]
}

/** The audit has tests of its own, on a real database. */
const NO_AUDIT: RequestAudit = {
  key: createSecretKey(Buffer.alloc(32)),
  changed: () => undefined,
  saw: () => undefined,
  sawAudit: () => undefined,
  explained: () => undefined,
  refused: () => undefined,
  settle: async () => undefined
}

const createService = (situation: Situation): StructuredRecordService => ({
  open: async () => {
    situation.calls.push('open')
    if (situation.failure) throw situation.failure
    return situation.denial
      ? err(situation.denial)
      : ok({
          file,
          permissions: permissionsAt(situation.level),
          today: '2026-11-23'
        })
  },
  read: async ({ permissions }, request) => {
    situation.calls.push('read')
    return sourceOf({
      permissions,
      ...(request.allergies ? { allergies: [allergyRow(1)] } : {}),
      ...(request.medications
        ? { medications: [{ course: courseRow(1) }] }
        : {})
    })
  }
})

export interface FhirCall {
  readonly method?: string
  readonly path?: string
  readonly token?: string | null
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

export interface FhirAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly json: unknown
}

const OPERATION = '/Patient/$gpc.getstructuredrecord'

const headersOf = ({ token = 'patient', headers }: FhirCall) => ({
  'x-request-id': REQUEST_ID,
  'content-type': 'application/fhir+json',
  ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  ...headers
})

const present = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(headers).filter(([, value]) => value !== '')
  )

/** The FHIR routes on a server of their own, over a stand-in for the record. */
export const startFhirServer = async () => {
  const situation: Situation = { level: 'full', calls: [] }
  const app: FastifyInstance = Fastify()
  await app.register(
    fhirRoutes({
      verifier,
      service: createService(situation),
      auditFor: () => NO_AUDIT
    })
  )
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  /** An empty header is left out; text is sent as it is. */
  const call = async (options: FhirCall = {}): Promise<FhirAnswer> => {
    const { method = 'POST', path = OPERATION, body } = options
    const answer = await fetch(`${url}${FHIR_BASE}${path}`, {
      method,
      headers: present(headersOf(options)),
      ...(body === undefined || method === 'GET'
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) })
    })
    const text = await answer.text()
    const json: unknown = JSON.parse(text)
    return { status: answer.status, headers: answer.headers, text, json }
  }
  return { situation, call, close: () => app.close() }
}
