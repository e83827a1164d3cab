import type { PracticeRecordAccess } from '../../../policy/record-access-switches.ts'
import type { Address } from '../../../vocabulary/demographics.ts'
import type { LocalDate } from '../../../vocabulary/partial-date.ts'
import { on, practiceSwitches } from './access.ts'

export type DemoOdsCode = 'A81001' | 'B82002'

export interface DemoSite {
  readonly siteCode: string
  readonly name: string
  readonly address: Address
  readonly telephone: string
}

export interface DemoPractice {
  readonly odsCode: DemoOdsCode
  readonly name: string
  readonly address: Address
  readonly telephone: string
  /** Namespace of the business identifiers its system gives entries. */
  readonly entryNamespace: string
  readonly access: PracticeRecordAccess
  readonly accessSetOn: LocalDate
  readonly branches: readonly DemoSite[]
}

const ELM_TREE: DemoPractice = {
  odsCode: 'A81001',
  name: 'Elm Tree Surgery',
  address: {
    line: ['1 Elm Tree Lane'],
    city: 'Ambleford',
    district: 'Testshire',
    postalCode: 'ZZ99 1AA'
  },
  telephone: '01632 960100',
  entryNamespace: 'https://elm-tree-surgery.example/Id/record-entry',
  access: practiceSwitches({
    SUMMARY: on('2023-10-31'),
    DETAILED_CODED: on('2023-10-31'),
    DOCUMENT: on('2023-10-31'),
    FULL_RECORD: on('2023-10-31')
  }),
  accessSetOn: '2023-10-31',
  branches: [
    {
      siteCode: 'A81001001',
      name: 'Elm Tree Surgery, Riverside branch',
      address: {
        line: ['12 Riverside Walk'],
        city: 'Ambleford',
        district: 'Testshire',
        postalCode: 'ZZ99 1AB'
      },
      telephone: '01632 960101'
    }
  ]
}

/** Its ceiling is *detailed*, whatever its patients were given (Ruling R1). */
const MILL_LANE: DemoPractice = {
  odsCode: 'B82002',
  name: 'Mill Lane Medical Centre',
  address: {
    line: ['47 Mill Lane'],
    city: 'Barlow Green',
    district: 'Testshire',
    postalCode: 'ZZ99 2AA'
  },
  telephone: '01632 960200',
  entryNamespace: 'https://mill-lane-medical.example/Id/record-entry',
  access: practiceSwitches({
    SUMMARY: on('2024-02-05'),
    DETAILED_CODED: on('2024-02-05')
  }),
  accessSetOn: '2024-02-05',
  branches: []
}

export const DEMO_PRACTICES: readonly DemoPractice[] = [ELM_TREE, MILL_LANE]
