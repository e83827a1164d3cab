import { databaseOf, rowsOf, sql } from '../../../database/sql.ts'
import { LocationEntity } from '../people/location.entity.ts'
import { OrganizationEntity } from '../people/organization.entity.ts'
import type {
  LocationRow,
  OrganizationRow,
  PractitionerRoleRow,
  PractitionerRow
} from '../people/people.row.ts'
import { PractitionerEntity } from '../people/practitioner.entity.ts'
import { PractitionerRoleEntity } from '../people/practitioner-role.entity.ts'
import type { Sourced, Written } from '../record-writer.ts'
import { contentHash } from './content-hash.ts'
import { textArray } from './text-array.service.ts'
import type { WriteSession } from './write-session.service.ts'

interface AdministrativeColumns {
  readonly practiceId: string
  readonly id: string
  readonly version: number
  readonly updatedAt: Date
}

interface AdministrativeWrite<Content> {
  readonly table:
    'organization' | 'location' | 'practitioner' | 'practitioner_role'
  readonly practiceId: string
  readonly content: Content
  readonly save: (columns: AdministrativeColumns) => Promise<unknown>
}

interface HeldRow {
  readonly id: string
  readonly version: number
  readonly content: object
}

const UPSERT = { disableIdentityMap: true }

const camelCase = (name: string): string =>
  name.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase())

const contentOf = (row: HeldRow): object =>
  Object.fromEntries(
    Object.entries(row.content).map(([name, value]) => [camelCase(name), value])
  )

const findHeld = async <Content extends { sourceKey: string }>(
  session: WriteSession,
  { table, practiceId, content }: AdministrativeWrite<Content>
): Promise<HeldRow | undefined> => {
  const rows = await rowsOf(
    databaseOf(session.em),
    sql<HeldRow>`
      select id, version, to_jsonb(t) - '{practice_id,id,version,updated_at}'::text[]
        as content
      from ${sql.table(table)} t
      where practice_id = ${practiceId} and source_key = ${content.sourceKey}`
  )
  return rows[0]
}

const writeSourced = async <Content extends { sourceKey: string }>(
  session: WriteSession,
  write: AdministrativeWrite<Content>
): Promise<Written> => {
  const { practiceId, content } = write
  await session.lock(practiceId)
  const held = await findHeld(session, write)
  if (held && contentHash(contentOf(held)) === contentHash(content)) {
    return { id: held.id, outcome: 'UNCHANGED' }
  }
  const id = held?.id ?? session.ids()
  const version = (held?.version ?? 0) + 1
  await write.save({ practiceId, id, version, updatedAt: session.clock() })
  return { id, outcome: held ? 'UPDATED' : 'CREATED' }
}

export const writeOrganization = (
  session: WriteSession,
  practiceId: string,
  content: Sourced<Omit<OrganizationRow, 'isPractice'>>
): Promise<Written> =>
  writeSourced(session, {
    table: 'organization',
    practiceId,
    content,
    save: (columns) =>
      session.em.upsert(OrganizationEntity, { ...content, ...columns }, UPSERT)
  })

export const writeLocation = (
  session: WriteSession,
  practiceId: string,
  content: Sourced<LocationRow>
): Promise<Written> =>
  writeSourced(session, {
    table: 'location',
    practiceId,
    content,
    save: (columns) =>
      session.em.upsert(LocationEntity, { ...content, ...columns }, UPSERT)
  })

export const writePractitioner = (
  session: WriteSession,
  practiceId: string,
  content: Sourced<PractitionerRow>
): Promise<Written> =>
  writeSourced(session, {
    table: 'practitioner',
    practiceId,
    content,
    save: (columns) =>
      session.em.upsert(
        PractitionerEntity,
        {
          ...content,
          ...columns,
          prefix: textArray(content.prefix),
          given: textArray(content.given)
        },
        UPSERT
      )
  })

export const writePractitionerRole = (
  session: WriteSession,
  practiceId: string,
  content: Sourced<PractitionerRoleRow>
): Promise<Written> =>
  writeSourced(session, {
    table: 'practitioner_role',
    practiceId,
    content,
    save: (columns) =>
      session.em.upsert(
        PractitionerRoleEntity,
        { ...content, ...columns },
        UPSERT
      )
  })
