import { raw } from '@mikro-orm/postgresql'

const quoted = (text: string): string =>
  `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`

/**
 * A list of texts as PostgreSQL reads it. The ORM's own spelling leaves words
 * bare, so that a person named Null loses the name, and it changes line ends.
 */
export const textArray = (values: readonly string[]) =>
  raw('?::text[]', [`{${values.map(quoted).join(',')}}`])
