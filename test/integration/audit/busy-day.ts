import {
  accepted,
  openDesk,
  REVIEWED,
  type Desk
} from '../../support/access.ts'
import type { TestApp } from '../../support/app.ts'
import { refusalOf } from '../../support/graph-errors.ts'
import { MILL_LANE, NHS_NUMBERS } from '../../support/people.ts'
import { askStructuredRecord } from '../../support/structured-record.ts'

const changeMuch = async (desk: Desk): Promise<void> => {
  accepted(await desk.setPatient('ada', 'DETAILED_CODED'))
  accepted(await desk.setPatient('ada', 'DETAILED_CODED'))
  accepted(await desk.setPatient('ada', 'FULL_RECORD', REVIEWED))
  accepted(await desk.setOnlineServices('ben', false))
  accepted(await desk.setOrdering('cara', true))
  accepted(await desk.setPractice('DOCUMENT', { enabled: false }))
}

/**
 * Changes, refusals and reads through every interface, at both practices: the
 * chains have some rows of each kind.
 */
export const liveABusyDay = async (server: TestApp): Promise<void> => {
  const gp = await server.clientOf('gp')
  const other = await server.clientOf('other-gp')
  const receptionist = await server.clientOf('receptionist')
  const ada = await server.clientOf('ada')
  const { ada: nhsNumber, priya, gwen } = NHS_NUMBERS
  await changeMuch(openDesk(gp))
  accepted(
    await openDesk(other, MILL_LANE).setPatient('quinn', 'DETAILED_CODED')
  )
  accepted(await openDesk(other, MILL_LANE).setOrdering('priya', true))
  const input = {
    level: 'SUMMARY',
    enabled: false,
    expectedVersion: 1
  } as const
  await refusalOf(receptionist.SetPatientRecordAccess({ nhsNumber, input }))
  await refusalOf(other.SetPatientRecordAccess({ nhsNumber, input }))
  await gp.PatientRecord({ nhsNumber })
  await gp.PatientRecord({ nhsNumber: gwen })
  await gp.RecordAsSeenBy({ nhsNumber: gwen })
  await ada.PatientRecord({ nhsNumber })
  await other.PatientRecord({ nhsNumber: priya })
  await refusalOf(ada.PatientRecord({ nhsNumber: gwen }))
  const token = await server.tokenOf('ada')
  await askStructuredRecord(server.url, { token, nhsNumber })
}
