import type { SourceBundle } from '../bundle/source-bundle.ts'
import type { SourceResource } from '../bundle/source-resource.ts'

/** A statement with the requests that belong to it. */
export interface SourceCourse {
  readonly statement: SourceResource
  /** Null when the statement leads to none. */
  readonly plan: SourceResource | null
  readonly orders: readonly SourceResource[]
}

const followPlan = (statement: SourceResource): SourceResource | null => {
  const reference = statement.root.child('basedOn')
  const plan = statement.follow(reference)
  if (!plan || plan.type === 'MedicationRequest') return plan ?? null
  reference.lose(`leads to a ${plan.type}, not to a plan`)
  return null
}

const isOrder = ({ root }: SourceResource): boolean =>
  root.child('intent').is('order')

/** Each request that is no statement's plan goes to its plan, or nowhere. */
const assignOrders = (
  requests: readonly SourceResource[],
  byPlan: ReadonlyMap<SourceResource, SourceResource[]>
): void => {
  for (const request of requests) {
    if (byPlan.has(request)) continue
    if (!isOrder(request)) {
      request.drop('no MedicationStatement is based on it')
      continue
    }
    const plan = request.peek(request.root.child('basedOn'))
    const orders = plan && byPlan.get(plan)
    if (orders) orders.push(request)
    else request.drop('the plan it is based on is not taken')
  }
}

/** Statement to plan, order to plan (Access Record digest section 4.4). */
export const linkMedications = (
  bundle: SourceBundle
): readonly SourceCourse[] => {
  const byPlan = new Map<SourceResource, SourceResource[]>()
  const courses = bundle.ofType('MedicationStatement').map((statement) => {
    const plan = followPlan(statement)
    if (plan === null) return { statement, plan, orders: [] }
    const shared = byPlan.has(plan)
    if (shared) {
      statement.root
        .child('basedOn')
        .change(
          'leads to the plan of an earlier statement, which has its orders'
        )
    }
    const orders: SourceResource[] = []
    if (!shared) byPlan.set(plan, orders)
    return { statement, plan, orders }
  })
  assignOrders(bundle.ofType('MedicationRequest'), byPlan)
  return courses
}
