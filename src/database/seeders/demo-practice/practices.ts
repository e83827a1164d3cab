import type { PracticeRecordAccess } from '../../../policy/record-access-switches.ts'
import type { DefaultAccess } from '../../../policy/default-access.ts'
import type { Address } from '../../../vocabulary/demographics.ts'
import type { CitizenService } from '../../../vocabulary/citizen-service.ts'
import type { LocalDate } from '../../../vocabulary/partial-date.ts'
import { on, practiceSwitches } from './access.ts'

export type DemoOdsCode = 'A81001' | 'B82002'

export interface DemoSite {
  readonly siteCode: string
  readonly name: string
  readonly address: Address
  readonly telephone: string
}

/** A made-up app; `id` stays the same, so that examples can name it. */
export interface DemoSolution {
  readonly id: string
  readonly name: string
  readonly supplier: string
  readonly clientId: string
  readonly services: readonly CitizenService[]
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
  readonly prescriptionOrdering: boolean
  readonly defaultAccess: DefaultAccess
  readonly atRiskDefaultAccess: DefaultAccess
  readonly solutions: readonly DemoSolution[]
  readonly branches: readonly DemoSite[]
}

const SUMMARY_ALONE: DefaultAccess = {
  switches: [{ level: 'SUMMARY', startDate: null }],
  prescriptionOrdering: false
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
  prescriptionOrdering: true,
  defaultAccess: {
    switches: [
      { level: 'SUMMARY', startDate: null },
      { level: 'DETAILED_CODED', startDate: null },
      { level: 'PROSPECTIVE', startDate: null }
    ],
    prescriptionOrdering: true
  },
  atRiskDefaultAccess: SUMMARY_ALONE,
  solutions: [
    {
      id: '019a8b5e-2c00-7000-8000-00000000a001',
      name: 'Ambleford Health',
      supplier: 'Ambleford Apps Ltd',
      clientId: 'ambleford-health',
      services: ['RECORD_ACCESS', 'PRESCRIPTION_ORDERING']
    }
  ],
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
  prescriptionOrdering: false,
  defaultAccess: SUMMARY_ALONE,
  atRiskDefaultAccess: SUMMARY_ALONE,
  solutions: [],
  branches: []
}

export const DEMO_PRACTICES: readonly DemoPractice[] = [ELM_TREE, MILL_LANE]
