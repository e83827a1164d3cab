import { memberOf } from './json-value.ts'

/** `https://…/Extension-CareConnect-GPC-PrescribingAgency-1` shortened. */
export const extensionName = (url: string): string =>
  (url.trim().split('/').at(-1) ?? '')
    .replace(/^Extension-/, '')
    .replace(/^(?:CareConnect|GPConnect)-/, '')
    .replace(/^GPC-/, '')
    .replace(/-\d+$/, '')

/** Key of a list's item; that of an extension has its name for the report. */
const itemKey = (listKey: string, item: unknown, index: number): string => {
  const url = memberOf(item, 'url')
  return listKey.endsWith('.extension') && typeof url === 'string'
    ? `${listKey}[${index}:${extensionName(url)}]`
    : `${listKey}[${index}]`
}

/** Items of a list with their keys; one value alone keeps the list's key. */
export const keyedItems = (
  listKey: string,
  value: unknown
): readonly (readonly [key: string, item: unknown])[] => {
  if (value === undefined || value === null) return []
  return Array.isArray(value)
    ? value.map((item, index) => [itemKey(listKey, item, index), item])
    : [[listKey, value]]
}

/** A key as a FHIR path: the first of a list goes without its number. */
export const pathOf = (key: string): string =>
  key.replaceAll(/\[\d+:([^\]]*)\]/g, '($1)').replaceAll('[0]', '')
