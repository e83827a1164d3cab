import type { EntityManager } from '@mikro-orm/postgresql'
import { databaseOf, inSnapshot, type Database } from '../../database/sql.ts'
import type { Viewer } from '../../policy/viewer.ts'
import { londonDateOf, type LocalDate } from '../../vocabulary/partial-date.ts'
import { ok } from '../../vocabulary/result.ts'
import type { EntryRequest } from '../record/area.ts'
import { AREAS } from '../record/areas.ts'
import {
  loadLocations,
  loadOrganizations,
  loadPractitionerRoles,
  loadPractitioners
} from '../record/people/people.loader.ts'
import {
  createRecordReader,
  patientKeyOf,
  permissionsOfPatient,
  type RecordReader
} from '../record/record.service.ts'
import type { StructuredRecordRequest } from './structured-record-request.ts'
import type {
  OpenedRecord,
  StructuredRecordService,
  StructuredRecordSource
} from './structured-record-source.ts'

const unique = (ids: readonly (string | null)[]): string[] => [
  ...new Set(ids.filter((id) => id !== null))
]

/** Whole areas, hidden entries' facts with them (Ruling R18). */
const loadAreas = async (
  { entries }: RecordReader,
  { file, permissions }: OpenedRecord,
  request: StructuredRecordRequest
) => {
  const key = patientKeyOf(file)
  const whole: EntryRequest<never> = {
    permissions,
    ids: null,
    filter: null,
    from: null,
    to: null,
    page: null,
    withHidden: true,
    withPractitioners: false
  }
  return {
    allergies: request.allergies && (await entries.ALLERGIES.load(key, whole)),
    medications:
      request.medications && (await entries.MEDICATIONS.load(key, whole))
  }
}

type LoadedAreas = Awaited<ReturnType<typeof loadAreas>>

const practitionerIdsOf = ({ allergies, medications }: LoadedAreas) => [
  ...(allergies?.entries ?? []).flatMap((entry) =>
    AREAS.ALLERGIES.practitionerIds(entry)
  ),
  ...(medications?.entries ?? []).flatMap((entry) =>
    AREAS.MEDICATIONS.practitionerIds(entry)
  )
]

/** Everyone and every place that patient and entries name, transitively. */
const loadPeople = async (
  db: Database,
  { patient }: OpenedRecord['file'],
  practitionerIds: readonly string[]
) => {
  const { practiceId } = patient
  const keys = (ids: readonly (string | null)[]) =>
    unique(ids).map((id) => ({ practiceId, id }))
  const people = keys([patient.usualGpId, ...practitionerIds])
  const practitioners = await loadPractitioners(db, people)
  const roles = await loadPractitionerRoles(db, people)
  const named = roles.map(({ organizationId }) => organizationId)
  const organizations = await loadOrganizations(
    db,
    keys([practiceId, ...named])
  )
  const locations = await loadLocations(db, keys([patient.branchSurgeryId]))
  const practice = organizations.find(({ id }) => id === practiceId)
  if (!practice) throw new Error('A patient is of a practice that is not there')
  return { practitioners, roles, organizations, locations, practice }
}

const readSource = async (
  db: Database,
  record: OpenedRecord,
  asked: { request: StructuredRecordRequest; today: LocalDate }
): Promise<StructuredRecordSource> => {
  const { file, permissions } = record
  const viewer: Viewer = { kind: 'anonymous' }
  const reader = createRecordReader({ db, viewer, today: asked.today })
  const areas = await loadAreas(reader, record, asked.request)
  const people = await loadPeople(db, file, practitionerIdsOf(areas))
  const { patient } = file
  const { signalHiddenItems } = file.practice
  return { patient, permissions, signalHiddenItems, ...areas, ...people }
}

/**
 * Reads structured records, each from one consistent view of the data: a
 * read-only transaction that sees a single snapshot.
 */
export const createStructuredRecordService = (options: {
  em: EntityManager
  clock: () => Date
}): StructuredRecordService => ({
  open: async (viewer, nhsNumber) => {
    const db = databaseOf(options.em.fork())
    const today = londonDateOf(options.clock())
    const reader = createRecordReader({ db, viewer, today })
    const opened = await reader.openPatient(nhsNumber)
    if (!opened.ok) return opened
    const file = opened.value
    return ok({ file, today, permissions: permissionsOfPatient(file, today) })
  },
  read: (record, request) =>
    inSnapshot(databaseOf(options.em.fork()), (db) =>
      readSource(db, record, { request, today: record.today })
    )
})
