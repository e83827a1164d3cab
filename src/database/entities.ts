import { PatientRecordAccessEntity } from '../modules/access-configuration/patient/patient-record-access.entity.ts'
import { PracticeDefaultAccessEntity } from '../modules/access-configuration/practice/practice-default-access.entity.ts'
import { PracticeRecordAccessEntity } from '../modules/access-configuration/practice/practice-record-access.entity.ts'
import { SolutionEntity } from '../modules/access-configuration/solutions/solution.entity.ts'
import { AllergyEntity } from '../modules/record/allergies/allergy.entity.ts'
import { DocumentContentEntity } from '../modules/record/documents/document-content.entity.ts'
import { DocumentEntity } from '../modules/record/documents/document.entity.ts'
import { EntryVersionEntity } from '../modules/record/entry-version.entity.ts'
import { ImmunisationEntity } from '../modules/record/immunisations/immunisation.entity.ts'
import { InvestigationReportEntity } from '../modules/record/investigations/investigation-report.entity.ts'
import { InvestigationRequestEntity } from '../modules/record/investigations/investigation-request.entity.ts'
import { SpecimenEntity } from '../modules/record/investigations/specimen.entity.ts'
import { MedicationCourseEntity } from '../modules/record/medications/medication-course.entity.ts'
import { MedicationIssueEntity } from '../modules/record/medications/medication-issue.entity.ts'
import { ObservationEntity } from '../modules/record/observations/observation.entity.ts'
import { PatientEntity } from '../modules/record/patient/patient.entity.ts'
import { LocationEntity } from '../modules/record/people/location.entity.ts'
import { OrganizationEntity } from '../modules/record/people/organization.entity.ts'
import { PracticeEntity } from '../modules/record/people/practice.entity.ts'
import { PractitionerRoleEntity } from '../modules/record/people/practitioner-role.entity.ts'
import { PractitionerEntity } from '../modules/record/people/practitioner.entity.ts'
import { ProblemEntity } from '../modules/record/problems/problem.entity.ts'
import { ReferralEntity } from '../modules/record/referrals/referral.entity.ts'

/** Every table the server writes, as MikroORM knows it. */
export const ENTITIES = [
  PracticeEntity,
  OrganizationEntity,
  LocationEntity,
  PractitionerEntity,
  PractitionerRoleEntity,
  PatientEntity,
  PracticeRecordAccessEntity,
  PatientRecordAccessEntity,
  PracticeDefaultAccessEntity,
  SolutionEntity,
  AllergyEntity,
  MedicationCourseEntity,
  MedicationIssueEntity,
  ImmunisationEntity,
  ReferralEntity,
  ProblemEntity,
  DocumentEntity,
  DocumentContentEntity,
  InvestigationRequestEntity,
  SpecimenEntity,
  InvestigationReportEntity,
  ObservationEntity,
  EntryVersionEntity
]
