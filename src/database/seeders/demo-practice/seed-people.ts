import type { RecordWriter } from '../../../modules/record/record-writer.ts'
import {
  ODS_SITE_CODE_SYSTEM,
  SDS_ROLE_PROFILE_ID_SYSTEM,
  SDS_USER_ID_SYSTEM
} from '../../../vocabulary/fhir-system.ts'
import { demoStaff, listStaffOf, type StaffKey } from './people.ts'
import type { DemoPractice, DemoSite } from './practices.ts'

/** Logical ids of a practice's people and places. */
export interface SeededPeople {
  staffId(key: StaffKey): string
  siteId(siteCode: string): string
}

const writeStaff = async (
  writer: RecordWriter,
  practiceId: string,
  key: StaffKey
): Promise<string> => {
  const staff = demoStaff(key)
  const { id } = await writer.writePractitioner(practiceId, {
    sourceKey: `${SDS_USER_ID_SYSTEM}|${staff.userId}`,
    sdsUserId: staff.userId,
    prefix: [staff.prefix],
    given: [staff.given],
    family: staff.family,
    gender: staff.gender
  })
  await writer.writePractitionerRole(practiceId, {
    sourceKey: `${SDS_ROLE_PROFILE_ID_SYSTEM}|${staff.roleProfileId}`,
    practitionerId: id,
    organizationId: practiceId,
    roleProfileId: staff.roleProfileId,
    jobRole: staff.jobRole
  })
  return id
}

const writeSite = async (
  writer: RecordWriter,
  practiceId: string,
  { siteCode, name, address, telephone }: DemoSite
): Promise<string> => {
  const { id } = await writer.writeLocation(practiceId, {
    sourceKey: `${ODS_SITE_CODE_SYSTEM}|${siteCode}`,
    odsSiteCode: siteCode,
    name,
    address,
    telephone
  })
  return id
}

const lookUp = (ids: ReadonlyMap<string, string>) => (key: string) => {
  const id = ids.get(key)
  if (id === undefined) throw new Error('The demo names somebody unknown')
  return id
}

export const seedPeople = async (
  writer: RecordWriter,
  practiceId: string,
  practice: DemoPractice
): Promise<SeededPeople> => {
  const staff = new Map<string, string>()
  for (const key of listStaffOf(practice.odsCode)) {
    staff.set(key, await writeStaff(writer, practiceId, key))
  }
  const sites = new Map<string, string>()
  for (const site of practice.branches) {
    sites.set(site.siteCode, await writeSite(writer, practiceId, site))
  }
  return { staffId: lookUp(staff), siteId: lookUp(sites) }
}
