import type { AuditEventsQueryVariables, Sdk } from './generated/sdk.ts'
import { ELM_TREE } from './people.ts'

export type AuditAsked = Partial<AuditEventsQueryVariables>
export type AuditFilter = NonNullable<AuditAsked['filter']>

/** The audit of Elm Tree Surgery, unless asked otherwise, as staff see it. */
export const openAudit = (staff: Sdk) => {
  const page = async (asked: AuditAsked = {}) => {
    const { auditEvents } = await staff.AuditEvents({
      odsCode: ELM_TREE,
      ...asked
    })
    if (!auditEvents) throw new Error('No page')
    return auditEvents
  }
  return {
    page,
    latest: async (asked: AuditAsked = {}) => {
      const [node] = (await page({ ...asked, first: 1 })).nodes
      if (!node) throw new Error('No row')
      return node
    },
    found: async (filter: AuditFilter, asked: AuditAsked = {}) =>
      (await page({ filter, ...asked })).nodes
  }
}

export type AuditReader = ReturnType<typeof openAudit>
