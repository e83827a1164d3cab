import { Field, Int, ObjectType } from 'type-graphql'
import type { Competence } from '../../../policy/online-access.ts'
import { orderingEffect } from '../../../policy/ordering-effect.ts'
import type { MasterState } from '../../../policy/record-access-switches.ts'
import {
  patientSwitchEffects,
  type SwitchEffect
} from '../../../policy/switch-effects.ts'
import type { LocalDate } from '../../../vocabulary/partial-date.ts'
import type { PatientFile } from '../../record/patient/patient.row.ts'
import { CompetenceEnum, MasterStateEnum } from '../view/enums.view.ts'
import {
  LastSettingChange,
  PrescriptionOrderingState,
  RecordAccessSwitchState,
  toLastChange,
  toOrderingState,
  toSwitchState,
  type LastChanges
} from '../view/setting-state.view.ts'

@ObjectType({
  description: 'How a patient’s online services are set.',
  simpleResolvers: true
})
export class PatientAccess {
  @Field(() => Int, { description: 'Send it back as expectedVersion.' })
  readonly version!: number

  @Field(() => MasterStateEnum, {
    description: 'Whether they may use online services at all.'
  })
  readonly masterState!: MasterState

  @Field(() => LastSettingChange, {
    nullable: true,
    description: 'Who enabled or disabled online services last.'
  })
  readonly masterStateLastChange!: LastSettingChange | null

  @Field(() => CompetenceEnum, {
    description: 'What staff found of the patient while under 16.'
  })
  readonly competence!: Competence

  @Field(() => LastSettingChange, {
    nullable: true,
    description: 'Who assessed competence last.'
  })
  readonly competenceLastChange!: LastSettingChange | null

  @Field(() => [RecordAccessSwitchState], { description: 'Every switch.' })
  readonly switches!: readonly RecordAccessSwitchState[]

  @Field(() => PrescriptionOrderingState, {
    description: 'Whether they may order repeat prescriptions.'
  })
  readonly prescriptionOrdering!: PrescriptionOrderingState
}

/** What each of a patient's switches comes to today. */
export const effectsOf = (
  file: PatientFile,
  today: LocalDate
): SwitchEffect[] =>
  patientSwitchEffects({
    practice: file.practiceAccess,
    patient: file.patientAccess,
    standing: file.standing,
    today
  })

/** The practice's FULL_RECORD is the ceiling of PROSPECTIVE too (R4). */
const ceilingOf = ({ practiceAccess }: PatientFile, { level }: SwitchEffect) =>
  practiceAccess[level === 'PROSPECTIVE' ? 'FULL_RECORD' : level]

export const toPatientAccessView = (
  file: PatientFile,
  facts: {
    effects: readonly SwitchEffect[]
    changes: LastChanges
    today: LocalDate
  }
): PatientAccess => {
  const { effects, changes, today } = facts
  return {
    version: file.patientAccessVersion,
    masterState: file.standing.masterState,
    masterStateLastChange: toLastChange(changes, 'ONLINE_ACCESS'),
    competence: file.standing.competence,
    competenceLastChange: toLastChange(changes, 'COMPETENCE'),
    switches: effects.map((effect) =>
      toSwitchState(effect, { changes, ceiling: ceilingOf(file, effect) })
    ),
    prescriptionOrdering: toOrderingState(orderingEffect(file, today), changes)
  }
}
