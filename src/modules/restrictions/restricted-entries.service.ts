import type { EntityManager } from '@mikro-orm/postgresql'
import { databaseOf, inSnapshot } from '../../database/sql.ts'
import type { HiddenById, PatientKey } from '../record/area.ts'
import { loadHidden } from '../record/closure.loader.ts'
import { loadEntryPlaces } from '../record/entry-place.loader.ts'
import type { RestrictedPlace } from './restriction.service.ts'

const byDate = (one: RestrictedPlace, other: RestrictedPlace): number => {
  const [a, b] = [one.place.clinicalDate ?? '', other.place.clinicalDate ?? '']
  if (a !== b) return a < b ? 1 : -1
  return one.place.id < other.place.id ? -1 : 1
}

/** Everything a restriction hides, own or inherited (Rulings R15, R16). */
export const listRestricted = (
  em: EntityManager,
  patient: PatientKey
): Promise<RestrictedPlace[]> =>
  inSnapshot(databaseOf(em.fork()), async (db) => {
    const hidden: HiddenById =
      (await loadHidden(db, [patient])).get(patient.patientId) ?? new Map()
    const ids = [...hidden]
      .filter(([, causes]) => causes.some(({ mark }) => mark === 'RESTRICTED'))
      .map(([id]) => id)
    const places = await loadEntryPlaces(db, patient, ids)
    return [...places.values()]
      .map((place) => ({ place, hiddenBy: hidden.get(place.id) ?? [] }))
      .toSorted(byDate)
  })
