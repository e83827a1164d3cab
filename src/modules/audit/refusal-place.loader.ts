import { rowsOf, sql, type Database } from '../../database/sql.ts'
import type { Viewer } from '../../policy/viewer.ts'

/** Whose chain a refusal belongs to, and the patient if it is known there. */
export interface RefusalPlace {
  readonly practiceId: string
  readonly patientId: string | null
}

type Sought = string | null

const ofStaff = (odsCode: string, sought: Sought) => sql<RefusalPlace>`
  select o.id as "practiceId", p.id as "patientId"
  from practice o
  left join patient p on p.practice_id = o.id and p.nhs_number = ${sought}
  where o.ods_code = ${odsCode}`

const ofCitizen = (own: string) => sql<RefusalPlace>`
  select practice_id as "practiceId", id as "patientId"
  from patient where nhs_number = ${own}
  order by active desc, updated_at desc, id limit 1`

const findCitizensPlace = async (
  db: Database,
  own: string,
  sought: Sought
): Promise<RefusalPlace | undefined> => {
  const [place] = await rowsOf(db, ofCitizen(own))
  const isOwn = sought === null || sought === own
  return place && (isOwn ? place : { ...place, patientId: null })
}

/**
 * Staff's refusals belong to their own practice, a citizen's to the one where
 * they are registered; nobody's to none. Of patients of other practices
 * nothing is looked up (Rulings R24, R33).
 */
export const findRefusalPlace = async (
  db: Database,
  viewer: Viewer,
  sought: Sought
): Promise<RefusalPlace | undefined> => {
  if (viewer.kind === 'anonymous') return undefined
  if (viewer.kind === 'patient') {
    return findCitizensPlace(db, viewer.nhsNumber, sought)
  }
  const [place] = await rowsOf(db, ofStaff(viewer.odsCode, sought))
  return place
}
