import { ArgsType, Field, InputType, type ClassType } from 'type-graphql'
import { LocalDateScalar } from '../../graphql/types/scalars.ts'
import { PrescriptionTypeEnum } from '../record/medications/medication.enums.ts'
import type { PrescriptionType } from '../record/medications/medication.row.ts'
import type { StructuredRecordRequest } from './structured-record-request.ts'

/** The graph's form of `includeAllergies` (digest 1.3). */
@InputType({ description: 'Asks for allergies.' })
export class IncludeAllergiesInput {
  @Field(() => Boolean, {
    description: 'Whether those that have ended are wanted too.'
  })
  readonly includeResolvedAllergies!: boolean
}

/** The graph's form of `includeMedication` (digest 1.3). */
@InputType({ description: 'Asks for medication.' })
export class IncludeMedicationInput {
  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether the prescriptions issued are wanted too.'
  })
  readonly includePrescriptionIssues!: boolean

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Only what was in use on or after this day; not in the future.'
  })
  readonly medicationSearchFromDate?: string | null

  @Field(() => [PrescriptionTypeEnum], {
    nullable: true,
    description: 'Only prescriptions of these types; all unless given.'
  })
  readonly filterPrescriptionType?: readonly PrescriptionType[] | null
}

const optional = (type: ClassType<object>, description: string) =>
  Field(() => type, { nullable: true, description })

/** Only the areas held here: the schema refuses all others itself. */
@ArgsType()
export class StructuredRecordArgs {
  @optional(IncludeAllergiesInput, 'Allergies, if they are wanted.')
  readonly includeAllergies?: IncludeAllergiesInput | null

  @optional(IncludeMedicationInput, 'Medication, if it is wanted.')
  readonly includeMedication?: IncludeMedicationInput | null
}

/**
 * The same request as REST makes of its Parameters; nothing is unrecognised
 * or disabled, since the schema has refused it before.
 */
export const toStructuredRecordRequest = ({
  includeAllergies: allergies,
  includeMedication: medication
}: StructuredRecordArgs): StructuredRecordRequest => ({
  allergies: allergies
    ? { includeResolved: allergies.includeResolvedAllergies }
    : null,
  medications: medication
    ? {
        includeIssues: medication.includePrescriptionIssues,
        searchFrom: medication.medicationSearchFromDate ?? null,
        prescriptionTypes: medication.filterPrescriptionType ?? []
      }
    : null,
  unrecognised: [],
  disabled: []
})
