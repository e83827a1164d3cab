import type { EntityManager } from '@mikro-orm/postgresql'
import type { RequestAudit } from '../../modules/audit/request-audit.service.ts'
import type { StructuredRecordService } from '../../modules/fhir-export/structured-record-source.ts'
import type { RecordReader } from '../../modules/record/record.service.ts'
import type { Viewer } from '../../policy/viewer.ts'
import type { LocalDate } from '../../vocabulary/partial-date.ts'

/** What every resolver and rule has of its request. */
export interface GraphContext {
  readonly viewer: Viewer
  readonly requestId: string
  readonly today: LocalDate
  readonly clock: () => Date
  readonly ids: () => string
  readonly em: EntityManager
  readonly records: RecordReader
  /** What the request did, saw and was refused (Ruling R33). */
  readonly audit: RequestAudit
  readonly exports: Pick<StructuredRecordService, 'read'>
  /** Whether citizens may use GraphQL at all (`CITIZEN_GRAPHQL`). */
  readonly citizenGraphql: boolean
}
