import { Field, ID, ObjectType } from 'type-graphql'
import {
  NhsNumberScalar,
  OdsCodeScalar,
  PartialDateScalar
} from '../../../graphql/types/scalars.ts'
import {
  highestPossibleLevel,
  type RecordPermissions
} from '../../../policy/effective-permissions.ts'
import { isAtLeast } from '../../../vocabulary/access-level.ts'
import { fullName } from '../people/practitioner.view.ts'
import type { PatientFile } from './patient.row.ts'

@ObjectType({ description: 'The name of a person.', simpleResolvers: true })
export class HumanName {
  @Field(() => String, { description: 'The whole name with title.' })
  readonly text!: string

  @Field(() => [String], { description: 'Titles.' })
  readonly prefix!: readonly string[]

  @Field(() => [String], { description: 'Given names.' })
  readonly given!: readonly string[]

  @Field(() => String, { description: 'Family name.' })
  readonly family!: string
}

@ObjectType({
  description:
    'For staff alone: facts of the registration that decide what citizens see.',
  simpleResolvers: true
})
export class PatientRegistration {
  @Field(() => Boolean, { description: 'Registered at the practice now.' })
  readonly active!: boolean

  @Field(() => Boolean, { description: 'Has died.' })
  readonly deceased!: boolean

  @Field(() => Boolean, {
    description: 'Sensitive: to citizens the record does not exist.'
  })
  readonly sensitive!: boolean

  @Field(() => Boolean, {
    description:
      'Dissents from sharing with other organisations; hides nothing here.'
  })
  readonly dissentFromSharing!: boolean

  @Field(() => Boolean, {
    description: 'The record is still being transferred from another practice.'
  })
  readonly transferPending!: boolean
}

@ObjectType({ description: 'A place of care.', simpleResolvers: true })
export class Location {
  @Field(() => ID, { description: 'The same id as in FHIR.' })
  readonly id!: string

  @Field(() => String, { description: 'Its name.' })
  readonly name!: string
}

@ObjectType({
  description: 'A patient of a practice.',
  simpleResolvers: true
})
export class Patient {
  @Field(() => ID, { description: 'The same id as in FHIR.' })
  readonly id!: string

  @Field(() => NhsNumberScalar, { description: 'The NHS number.' })
  readonly nhsNumber!: string

  @Field(() => OdsCodeScalar, {
    description: 'The practice that holds the record.'
  })
  readonly odsCode!: string

  @Field(() => HumanName, {
    nullable: true,
    description: 'The name; null when the level shows nothing.'
  })
  readonly name!: HumanName | null

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'Date of birth; null when the level shows nothing.'
  })
  readonly birthDate!: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Gender as a FHIR code; null when not shown or not known.'
  })
  readonly gender!: string | null

  @Field(() => Location, {
    nullable: true,
    description:
      'The branch surgery the patient prefers; only from DETAILED, since ' +
      'places are not part of the summary.'
  })
  readonly branchSurgery!: Location | null

  @Field(() => PatientRegistration, {
    nullable: true,
    description: 'For staff alone; null for citizens.'
  })
  readonly registration!: PatientRegistration | null

  /** For the fields below a patient; not part of the graph. */
  readonly file!: PatientFile
}

const toName = ({ patient }: PatientFile): HumanName => ({
  text: fullName(patient),
  prefix: patient.prefix,
  given: patient.given,
  family: patient.family
})

const toRegistration = ({ patient }: PatientFile): PatientRegistration => ({
  active: patient.active,
  deceased: patient.deceased !== null,
  sensitive: patient.sensitive,
  dissentFromSharing: patient.dissentFromSharing,
  transferPending: patient.transferPending
})

/** Demographics are part of summary (Access Record digest section 2). */
export const toPatientView = (
  file: PatientFile,
  permissions: RecordPermissions
): Patient => {
  const level = highestPossibleLevel(permissions)
  const shown = level !== 'NONE'
  const { patient, practice } = file
  return {
    id: patient.id,
    nhsNumber: patient.nhsNumber,
    odsCode: practice.odsCode,
    name: shown ? toName(file) : null,
    birthDate: shown ? patient.birthDate : null,
    gender: shown ? patient.gender : null,
    branchSurgery: isAtLeast(level, 'DETAILED') ? file.branchSurgery : null,
    registration:
      permissions.kind === 'WHOLE_RECORD' ? toRegistration(file) : null,
    file
  }
}
