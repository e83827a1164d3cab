import { registerEnumType } from 'type-graphql'
import { enumOf } from '../../graphql/types/enum.ts'
import { ENTRY_KINDS } from './entry-kinds.ts'

export const EntryKindEnum = enumOf(ENTRY_KINDS)

registerEnumType(EntryKindEnum, {
  name: 'EntryKind',
  description: 'What an entry of the record is.',
  valuesConfig: {
    ALLERGY: { description: 'An allergy or intolerance.' },
    MEDICATION_COURSE: { description: 'A medicine with its plan.' },
    MEDICATION_ISSUE: { description: 'One prescription of a medicine.' },
    IMMUNISATION: { description: 'An immunisation, given or not.' },
    PROBLEM: { description: 'A problem or condition.' },
    CONSULTATION: { description: 'A consultation.' },
    COMMENT_NOTE: { description: 'A note in words within a consultation.' },
    INVESTIGATION_REPORT: { description: 'A report of test results.' },
    INVESTIGATION_REQUEST: { description: 'What was asked of a laboratory.' },
    SPECIMEN: { description: 'What was tested.' },
    TEST_GROUP: { description: 'Results that belong together.' },
    TEST_RESULT: { description: 'One result.' },
    FILING_COMMENT: { description: 'What was said when a report was filed.' },
    REFERRAL: { description: 'A referral to somebody else.' },
    UNCATEGORISED: { description: 'Another coded entry.' },
    DOCUMENT: { description: 'A document.' },
    DIARY_ENTRY: { description: 'Something planned; for staff alone.' }
  }
})
