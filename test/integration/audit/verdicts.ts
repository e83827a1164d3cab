import type {
  AuditFinding,
  AuditVerdict
} from '../../../src/modules/audit/verdict.ts'
import { verifyAuditChains } from '../../../src/modules/audit/verify.service.ts'
import type { TestApp } from '../../support/app.ts'
import { ELM_TREE, MILL_LANE } from '../../support/people.ts'

export const verdictsOf = ({ orm, audit }: TestApp): Promise<AuditVerdict[]> =>
  verifyAuditChains(orm.em, audit)

/** What is wrong, by practice and chain; empty when the audit is sound. */
export const findingsOf = async (
  server: TestApp
): Promise<Record<string, AuditFinding>> =>
  Object.fromEntries(
    (await verdictsOf(server)).flatMap(({ practice, chain, finding }) =>
      finding ? [[`${practice} ${chain}`, finding]] : []
    )
  )

export const CHANGES = `${ELM_TREE} changes`
export const READS = `${ELM_TREE} reads`
export const OTHER_CHANGES = `${MILL_LANE} changes`
export const OTHER_READS = `${MILL_LANE} reads`
