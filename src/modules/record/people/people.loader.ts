import { rowsOf, sql, type Database } from '../../../database/sql.ts'
import type {
  LocationRow,
  OrganizationRow,
  PractitionerRoleRow,
  PractitionerRow
} from './people.row.ts'

/** Someone or something of one practice. */
export interface PracticeOwnedKey {
  readonly practiceId: string
  readonly id: string
}

/** `(practice_id, id)` pairs as a sub-query. */
const pairs = (keys: readonly PracticeOwnedKey[]) => sql`
  select * from unnest(${keys.map(({ practiceId }) => practiceId)}::uuid[],
    ${keys.map(({ id }) => id)}::uuid[])`

export const loadPractitioners = (
  db: Database,
  keys: readonly PracticeOwnedKey[]
): Promise<PractitionerRow[]> =>
  rowsOf(
    db,
    sql<PractitionerRow>`
      select id, sds_user_id as "sdsUserId", prefix, given, family, gender,
        version
      from practitioner where (practice_id, id) in (${pairs(keys)})
      order by id`
  )

export const loadPractitionerRoles = (
  db: Database,
  practitioners: readonly PracticeOwnedKey[]
): Promise<PractitionerRoleRow[]> =>
  rowsOf(
    db,
    sql<PractitionerRoleRow>`
      select id, practitioner_id as "practitionerId",
        organization_id as "organizationId",
        role_profile_id as "roleProfileId", job_role as "jobRole", version
      from practitioner_role
      where (practice_id, practitioner_id) in (${pairs(practitioners)})
      order by id`
  )

/** The practice itself and other organisations, by id. */
export const loadOrganizations = (
  db: Database,
  keys: readonly PracticeOwnedKey[]
): Promise<OrganizationRow[]> =>
  rowsOf(
    db,
    sql<OrganizationRow>`
      select id, ods_code as "odsCode", name, address, telephone, version,
        false as "isPractice"
      from organization where (practice_id, id) in (${pairs(keys)})
      union all
      select id, ods_code, name, address, telephone, version, true
      from practice where (id, id) in (${pairs(keys)})
      order by id`
  )

export const loadLocations = (
  db: Database,
  keys: readonly PracticeOwnedKey[]
): Promise<LocationRow[]> =>
  rowsOf(
    db,
    sql<LocationRow>`
      select id, ods_site_code as "odsSiteCode", name, address, telephone,
        version
      from location where (practice_id, id) in (${pairs(keys)})
      order by id`
  )
