import 'reflect-metadata'
import { GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql'
import { buildSchema, type ClassType, type NonEmptyArray } from 'type-graphql'
import {
  PatientAccessHistoryResolver,
  PracticeAccessHistoryResolver
} from '../modules/access-configuration/history/access-history.resolver.ts'
import { PatientAccessResolver } from '../modules/access-configuration/patient/patient-access.resolver.ts'
import { PatientStandingResolver } from '../modules/access-configuration/patient/patient-standing.resolver.ts'
import {
  PatientsByLevelResolver,
  PracticeAccessResolver
} from '../modules/access-configuration/practice/practice-access.resolver.ts'
import { PracticeSettingsResolver } from '../modules/access-configuration/practice/practice-settings.resolver.ts'
import { SolutionResolver } from '../modules/access-configuration/solutions/solution.resolver.ts'
import { AuditEventsResolver } from '../modules/audit/history/audit-events.resolver.ts'
import { StructuredRecordResolver } from '../modules/fhir-export/structured-record.resolver.ts'
import { DocumentContentResolver } from '../modules/record/documents/document-content.resolver.ts'
import { ExplainAccessResolver } from '../modules/record/explain/explain-access.resolver.ts'
import { PatientResolver } from '../modules/record/patient/patient.resolver.ts'
import { ProblemResolver } from '../modules/record/problems/problem.resolver.ts'
import {
  AllergiesResolver,
  DocumentsResolver,
  ImmunisationsResolver,
  InvestigationsResolver,
  MedicationsResolver,
  UncategorisedDataResolver,
  ProblemsResolver,
  ReferralsResolver
} from '../modules/record/record.resolver.ts'
import {
  AllergyProblems,
  DocumentProblems,
  ImmunisationProblems,
  InvestigationProblems,
  LinkedEntriesResolver,
  MedicationCourseProblems,
  ReferralProblems,
  UncategorisedProblems
} from '../modules/record/edges/edges.resolver.ts'
import { TimelineResolver } from '../modules/record/timeline/timeline.resolver.ts'
import { ViewerResolver } from '../modules/record/viewer.resolver.ts'
import { RestrictionResolver } from '../modules/restrictions/restriction.resolver.ts'
import { withPermissions } from './shield.ts'

const RESOLVERS: NonEmptyArray<ClassType> = [
  ViewerResolver,
  PatientResolver,
  TimelineResolver,
  LinkedEntriesResolver,
  AllergyProblems,
  MedicationCourseProblems,
  ImmunisationProblems,
  ReferralProblems,
  DocumentProblems,
  InvestigationProblems,
  UncategorisedProblems,
  AllergiesResolver,
  MedicationsResolver,
  InvestigationsResolver,
  UncategorisedDataResolver,
  ImmunisationsResolver,
  ProblemsResolver,
  ProblemResolver,
  ReferralsResolver,
  DocumentsResolver,
  DocumentContentResolver,
  ExplainAccessResolver,
  PatientAccessResolver,
  PatientStandingResolver,
  PracticeAccessResolver,
  PatientsByLevelResolver,
  PracticeSettingsResolver,
  SolutionResolver,
  PatientAccessHistoryResolver,
  PracticeAccessHistoryResolver,
  AuditEventsResolver,
  StructuredRecordResolver,
  RestrictionResolver
]

/** The graph without its rules: for the SDL and for tests of its shape. */
export const createPlainSchema = (): Promise<GraphQLSchema> =>
  buildSchema({
    resolvers: RESOLVERS,
    // A validation error would otherwise repeat the value, an NHS number say.
    validate: {
      forbidUnknownValues: false,
      validationError: { target: false, value: false }
    }
  })

/** The graph as it is served. */
export const createSchema = async (): Promise<GraphQLSchema> =>
  withPermissions(await createPlainSchema())

/** `schema.graphql`: sorted, so that only real changes show. */
export const printSdl = async (): Promise<string> =>
  `${printSchema(lexicographicSortSchema(await createPlainSchema()))}\n`
