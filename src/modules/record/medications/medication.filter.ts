import { ArgsType, Field } from 'type-graphql'
import { AreaArgs } from '../area-args.ts'
import {
  MedicationStatusEnum,
  PrescriptionTypeEnum
} from './medication.enums.ts'
import type { MedicationStatus, PrescriptionType } from './medication.row.ts'

/** Which courses are wanted; null for all. */
export interface MedicationFilter {
  readonly status: MedicationStatus | null
  readonly prescriptionTypes: readonly PrescriptionType[] | null
}

@ArgsType()
export class MedicationArgs extends AreaArgs {
  @Field(() => MedicationStatusEnum, {
    nullable: true,
    description: 'Only courses of this status.'
  })
  status?: MedicationStatus | null

  @Field(() => [PrescriptionTypeEnum], {
    nullable: true,
    description: 'Only courses prescribed in one of these ways.'
  })
  prescriptionTypes?: readonly PrescriptionType[] | null
}

export const toMedicationFilter = ({
  status,
  prescriptionTypes
}: MedicationArgs): MedicationFilter => ({
  status: status ?? null,
  prescriptionTypes: prescriptionTypes ?? null
})
