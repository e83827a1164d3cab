import { Args, Ctx, Query, Resolver } from 'type-graphql'
import {
  createConnectionType,
  type Connection
} from '../../../graphql/types/connection.ts'
import type { GraphContext } from '../../../graphql/types/context.ts'
import { AuditEvent } from './audit-event.view.ts'
import { AuditEventsArgs } from './audit-events.args.ts'
import { listAuditEvents } from './audit-events.service.ts'

const AuditEventConnection = createConnectionType(AuditEvent, 'AuditEvent')

@Resolver()
export class AuditEventsResolver {
  @Query(() => AuditEventConnection, {
    nullable: true,
    description:
      'A practice’s audit, newest first, for its own staff; NOT_FOUND for ' +
      'all others. That it was looked at is audited among the READS.',
    complexity: ({ args, childComplexity }) =>
      1 + Number(args.first) * childComplexity
  })
  auditEvents(
    @Args(() => AuditEventsArgs) args: AuditEventsArgs,
    @Ctx() context: GraphContext
  ): Promise<Connection<AuditEvent>> {
    return listAuditEvents(args, context)
  }
}
