import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { aRecord } from '../../support/builders/bundle.ts'
import { openImportDesk, type ImportDesk } from '../../support/import-desk.ts'

let desk: ImportDesk
beforeAll(async () => {
  desk = await openImportDesk()
})
afterAll(() => desk.close())

const audited = () => desk.rows('select * from audit_event order by seq')

it('an import is audited with what it stored, a dry run is not', async () => {
  await desk.take(aRecord(), { dryRun: true })
  expect(await audited()).toEqual([])

  await desk.take(aRecord())
  const [patient] = await desk.rows('select id from patient')
  expect(await audited()).toMatchObject([
    {
      actor: { kind: 'system' },
      patient_id: patient?.['id'],
      action: 'IMPORT_RECORD',
      outcome: 'CHANGED',
      settings: [],
      reason: null,
      detail: { counts: { Patient: { CREATED: 1 } } }
    }
  ])

  await desk.take(aRecord())
  expect((await audited()).map(({ outcome }) => outcome)).toEqual([
    'CHANGED',
    'ALREADY_IN_FORCE'
  ])
  expect((await audited()).map(({ seq }) => seq)).toEqual(['1', '2'])
})

it('an import that cannot be audited stores nothing', async () => {
  await desk.clear()
  await desk.administer(`create function refuse_row() returns trigger
    language plpgsql as $$ begin raise exception 'no more rows'; end $$`)
  await desk.administer(`create trigger blocked before insert on audit_event
    for each row execute function refuse_row()`)
  await expect(desk.take(aRecord())).resolves.toMatchObject({ failed: true })
  expect(await desk.rows('select id from patient')).toEqual([])
  expect(await desk.rows('select id from practice')).toEqual([])

  await desk.administer('drop trigger blocked on audit_event')
  await desk.take(aRecord())
  expect(await desk.rows('select id from patient')).toHaveLength(1)
  expect(await audited()).toHaveLength(1)
})
