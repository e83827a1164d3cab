import { databaseOf } from '../../../database/sql.ts'
import type { GraphContext } from '../../../graphql/types/context.ts'
import { CITIZEN_SERVICES } from '../../../vocabulary/citizen-service.ts'
import type { PracticeFile } from '../practice/practice-file.loader.ts'
import { loadSolutions, type Solution } from './solution.loader.ts'
import type { CitizenServiceState } from './solution.view.ts'

export const listSolutions = (
  { id }: PracticeFile,
  { em }: GraphContext
): Promise<Solution[]> => loadSolutions(databaseOf(em), id)

/** Each service, whether the practice allows it, and who provides it. */
export const listCitizenServices = async (
  file: PracticeFile,
  context: GraphContext
): Promise<CitizenServiceState[]> => {
  const solutions = await listSolutions(file, context)
  const enabled = {
    RECORD_ACCESS: Object.values(file.access).some((one) => one.enabled),
    PRESCRIPTION_ORDERING: file.prescriptionOrdering
  }
  return CITIZEN_SERVICES.map((service) => ({
    service,
    enabled: enabled[service],
    solutions: solutions.filter(({ services }) => services.includes(service))
  }))
}
