import { ArgsType, Field } from 'type-graphql'
import { AreaArgs } from '../area-args.ts'
import type { AllergyClinicalStatus } from './allergy.row.ts'
import { AllergyClinicalStatusEnum } from './allergy.view.ts'

/** Which allergies are wanted. */
export interface AllergyFilter {
  readonly clinicalStatus: AllergyClinicalStatus
}

@ArgsType()
export class AllergyArgs extends AreaArgs {
  @Field(() => AllergyClinicalStatusEnum, {
    nullable: true,
    description: 'Only those that still hold, or only those that ended.'
  })
  clinicalStatus?: AllergyClinicalStatus | null
}

export const toAllergyFilter = ({
  clinicalStatus
}: AllergyArgs): AllergyFilter | null =>
  clinicalStatus ? { clinicalStatus } : null
