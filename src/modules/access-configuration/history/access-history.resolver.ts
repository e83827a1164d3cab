import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import {
  createConnectionType,
  PageArgs,
  type Connection
} from '../../../graphql/types/connection.ts'
import type { GraphContext } from '../../../graphql/types/context.ts'
import { Patient } from '../../record/patient/patient.view.ts'
import { Practice } from '../practice/practice-access.view.ts'
import { listAccessHistory } from './access-history.service.ts'
import { AccessHistoryEvent } from './access-history.view.ts'

const AccessHistoryConnection = createConnectionType(
  AccessHistoryEvent,
  'AccessHistoryEvent'
)

const complexity = (asked: {
  args: { first?: unknown }
  childComplexity: number
}): number => 1 + Number(asked.args.first) * asked.childComplexity

@Resolver(() => Patient)
export class PatientAccessHistoryResolver {
  @FieldResolver(() => AccessHistoryConnection, {
    nullable: true,
    description:
      'For staff: what was configured for the patient, by whom and why, ' +
      'refusals included, newest first.',
    complexity
  })
  accessHistory(
    @Root() { file }: Patient,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphContext
  ): Promise<Connection<AccessHistoryEvent>> {
    const { id: patientId, practiceId } = file.patient
    return listAccessHistory({ practiceId, patientId }, page, context)
  }
}

@Resolver(() => Practice)
export class PracticeAccessHistoryResolver {
  @FieldResolver(() => AccessHistoryConnection, {
    nullable: true,
    description:
      'What was configured for the practice itself, by whom and why, ' +
      'refusals included, newest first. Patients have their own.',
    complexity
  })
  accessHistory(
    @Root() { file }: Practice,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphContext
  ): Promise<Connection<AccessHistoryEvent>> {
    const key = { practiceId: file.id, patientId: null }
    return listAccessHistory(key, page, context)
  }
}
