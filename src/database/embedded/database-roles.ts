import { Client, escapeIdentifier, escapeLiteral } from 'pg'

export interface LoginRole {
  readonly name: string
  readonly password: string
}

export interface DatabaseOptions {
  readonly database: string
  readonly migrator: LoginRole
  readonly application: LoginRole
  /** A migrated database to copy. */
  readonly template?: string
}

/** Makes the role unless it is there: it may log in and nothing else. */
export const ensureLoginRole = async (
  client: Client,
  role: LoginRole
): Promise<void> => {
  const { rowCount } = await client.query(
    'select 1 from pg_roles where rolname = $1',
    [role.name]
  )
  if (rowCount) return
  await client.query(
    `create role ${escapeIdentifier(role.name)} login password ${escapeLiteral(role.password)}`
  )
}

/**
 * Makes the database unless it is there: the migrator owns it, the application
 * may connect.
 */
export const ensureDatabase = async (
  client: Client,
  options: DatabaseOptions
): Promise<void> => {
  const database = escapeIdentifier(options.database)
  const { rowCount } = await client.query(
    'select 1 from pg_database where datname = $1',
    [options.database]
  )
  if (!rowCount) {
    const template = options.template
      ? ` template ${escapeIdentifier(options.template)}`
      : ''
    await client.query(
      `create database ${database} owner ${escapeIdentifier(options.migrator.name)}${template}`
    )
  }
  await client.query(`revoke all on database ${database} from public`)
  await client.query(
    `grant connect on database ${database} to ${escapeIdentifier(options.application.name)}`
  )
}

export const withClient = async <T>(
  connectionString: string,
  work: (client: Client) => Promise<T>
): Promise<T> => {
  const client = new Client({ connectionString })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The same server and options, another login and database. */
export const toDatabaseUrl = (
  url: string,
  role: LoginRole,
  database: string
): string => {
  const changed = new URL(url)
  changed.username = encodeURIComponent(role.name)
  changed.password = encodeURIComponent(role.password)
  changed.pathname = `/${encodeURIComponent(database)}`
  return changed.href
}
