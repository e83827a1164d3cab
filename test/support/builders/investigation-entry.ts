import type { InvestigationEntry } from '../../../src/modules/record/investigations/investigation.entry.ts'
import {
  REPORT_KIND,
  REQUEST_KIND,
  SPECIMEN_KIND,
  type InvestigationReportRow,
  type InvestigationRequestRow,
  type SpecimenRow
} from '../../../src/modules/record/investigations/investigation.row.ts'
import {
  NOTE_KIND,
  OBSERVATION_KIND
} from '../../../src/modules/record/observations/observation.row.ts'
import type { RecordPermissions } from '../../../src/policy/effective-permissions.ts'
import { visible } from '../../../src/policy/record-access.ts'
import { PRACTICE_ID, RECORDER_ID } from './ids.ts'
import { specimenContent } from './investigation.ts'
import { observationRow } from './observation.ts'
import { concept, entryRow } from './record.ts'

const idOf = (number: number): string =>
  `0000000a-0000-7000-8000-${String(number).padStart(12, '0')}`

const row = (number: number) => entryRow(idOf(number), '2023-03-01')

const request: InvestigationRequestRow = {
  ...row(1),
  code: concept('26604007', 'Full blood count'),
  requester: { kind: 'PRACTITIONER', id: RECORDER_ID },
  performer: { kind: 'ORGANIZATION', id: PRACTICE_ID },
  reasons: [concept('185349003', 'Check up')],
  note: 'for the yearly review'
}

const { accession, status, type, receivedOn, collectedOn, fastingStatus } =
  specimenContent('specimen')

const specimen: SpecimenRow = {
  ...row(2),
  accession,
  status,
  type,
  receivedOn,
  collectedOn,
  collectedUntil: null,
  fastingStatus,
  bodySite: concept('14975008', 'Forearm'),
  quantity: { value: 5, unit: 'ml', system: null, code: null },
  note: 'haemolysed a little',
  collectorId: RECORDER_ID
}

const reportId = idOf(3)
const part = { reportId, specimenId: specimen.id }

const header = observationRow('TEST_GROUP', 1, {
  ...part,
  code: concept('26604007', 'Full blood count'),
  value: null
})
const member = observationRow('TEST_RESULT', 2, {
  ...part,
  groupId: header.id
})
const single = observationRow('TEST_RESULT', 3, part)
const comment = observationRow('FILING_COMMENT', 4, {
  reportId,
  status: 'unknown',
  code: concept('37331000000100', 'Comment note'),
  value: null,
  interpretation: null,
  comment: 'tell the patient',
  aboutId: member.id,
  performers: [{ kind: 'PRACTITIONER', id: RECORDER_ID }]
})

export const REPORT_PARTS = {
  request,
  specimen,
  header,
  member,
  single,
  comment
}

export const reportRow = (
  changes: Partial<InvestigationReportRow> = {}
): InvestigationReportRow => ({
  ...row(3),
  code: concept('721981007', 'Diagnostic studies report'),
  category: concept('394596001', 'Chemical pathology'),
  status: 'final',
  issued: '2023-03-04T12:00:00+00:00',
  conclusion: 'all is well',
  codedDiagnoses: [concept('271737000', 'Anaemia')],
  performers: [{ kind: 'ORGANIZATION', id: PRACTICE_ID }],
  requestIds: [request.id],
  specimenIds: [specimen.id],
  unfiled: false,
  ...changes
})

/** A report as the loader would put it together, through the policy. */
export const investigationEntry = (
  permissions: RecordPermissions,
  reportOf: InvestigationReportRow,
  changes: Partial<Pick<typeof REPORT_PARTS, 'request'>> = {}
): InvestigationEntry => {
  const parts = { ...REPORT_PARTS, ...changes }
  const [report] = visible(permissions, [reportOf], REPORT_KIND)
  const [shown] = visible(permissions, [header], OBSERVATION_KIND)
  if (!report || !shown) throw new Error('the policy shows no such row')
  return {
    report,
    requests: visible(permissions, [parts.request], REQUEST_KIND),
    specimens: visible(permissions, [specimen], SPECIMEN_KIND),
    groups: [
      {
        header: shown,
        results: visible(permissions, [member], OBSERVATION_KIND)
      }
    ],
    results: visible(permissions, [single], OBSERVATION_KIND),
    filingComments: visible(permissions, [comment], NOTE_KIND)
  }
}
