import type {
  EntityClass,
  EntityData,
  EntityManager,
  FilterQuery
} from '@mikro-orm/postgresql'

/** Changes exactly one stored row; anything else is a mistake of the seed. */
export const updateOne = async <Row extends object>(
  em: EntityManager,
  entity: EntityClass<Row>,
  change: {
    readonly where: FilterQuery<NoInfer<Row>>
    readonly set: EntityData<Row>
  }
): Promise<void> => {
  await em.flush()
  const changed = await em.nativeUpdate(entity, change.where, change.set)
  if (changed !== 1) {
    throw new Error(`The demo seed met ${changed} rows of ${entity.name}`)
  }
}
