import {
  afterAll,
  afterEach,
  beforeAll,
  describe,
  expect,
  it
} from '@jest/globals'
import {
  aMedication,
  anAllergy,
  anOrder,
  aPlan,
  aRecord,
  aStatement,
  extension,
  type Resource
} from '../../support/builders/bundle.ts'
import { openImportDesk, type ImportDesk } from '../../support/import-desk.ts'

let desk: ImportDesk
beforeAll(async () => {
  desk = await openImportDesk()
})
afterEach(() => desk.clear())
afterAll(() => desk.close())

const allergies = () => desk.table('allergy')
const courses = () => desk.table('medication_course')
const issues = () => desk.table('medication_issue')

const words = (text: string): Resource => ({ code: { text } })

describe('allergies', () => {
  it('keeps what the source says, and gives both dates', async () => {
    await desk.take(
      aRecord(
        anAllergy('a', {
          onsetDateTime: '2009',
          type: 'intolerance',
          criticality: 'low',
          lastOccurrence: '2011-02',
          note: [{ text: 'One' }, { text: 'Two' }],
          reaction: [
            {
              manifestation: [{ text: 'Hives' }],
              severity: 'severe',
              description: 'Within an hour'
            }
          ],
          asserter: { reference: 'Patient/pat' }
        })
      )
    )
    const [allergy] = await allergies()
    expect(allergy).toMatchObject({
      clinical_date: '2009-01-01',
      clinical_until: '2009-12-31',
      recorded_date: '2010-06-09',
      onset: '2009',
      asserted_date: '2010-06-09T10:15:00+01:00',
      last_occurrence: '2011-02',
      type: 'intolerance',
      criticality: 'low',
      note: 'One\nTwo',
      asserted_by_patient: true,
      asserter_id: null,
      version: 1,
      reaction: {
        manifestation: [{ coding: [], text: 'Hives' }],
        severity: 'severe',
        description: 'Within an hour'
      }
    })
  })

  it('takes ended allergies out of the List that contains them', async () => {
    const ended = {
      ...anAllergy('ended', { clinicalStatus: 'resolved', id: 'in' }),
      extension: [
        extension('AllergyIntoleranceEnd', {
          extension: [
            { url: 'endDate', valueDateTime: '2018-03-01' },
            { url: 'reasonEnded', valueString: 'Tolerated since' }
          ]
        })
      ]
    }
    await desk.take(
      aRecord({
        resourceType: 'List',
        title: 'Ended allergies',
        code: { coding: [{ code: '1103671000000101' }] },
        contained: [ended],
        entry: [{ item: { reference: '#in' } }]
      })
    )
    expect(await allergies()).toMatchObject([
      {
        clinical_status: 'resolved',
        end_date: '2018-03-01',
        end_reason: 'Tolerated since'
      }
    ])
  })

  it('codes an allergy of which only words are known', async () => {
    await desk.take(
      aRecord(
        anAllergy('drug', words('Some pill')),
        anAllergy('other', { ...words('Bees'), category: ['environment'] })
      )
    )
    const coded = (await allergies()).map(({ code }) => code)
    expect(coded).toMatchObject([
      { coding: [{ code: '196461000000101' }], text: 'Some pill' },
      { coding: [{ code: '196471000000108' }], text: 'Bees' }
    ])
  })

  it('marks what was entered in error', async () => {
    await desk.take(
      aRecord(anAllergy('a', { verificationStatus: 'entered-in-error' }))
    )
    expect(await allergies()).toMatchObject([{ entered_in_error: true }])
  })

  it('has a recorder even when the source names none', async () => {
    const { lines } = await desk.take(
      aRecord(
        anAllergy('a', { recorder: undefined }),
        anAllergy('b', { recorder: undefined })
      )
    )
    const [row, ...others] = await desk.rows(
      `select family, count(*)::int from allergy
        join practitioner p on p.id = recorder_id group by 1`
    )
    expect([row, others]).toEqual([{ family: 'Unknown', count: 2 }, []])
    expect(lines.join('\n')).toMatch(/AllergyIntolerance\.recorder: names no/)
  })
})

describe('medications', () => {
  const record = (...more: Resource[]) =>
    aRecord(aMedication(), aStatement('s'), aPlan('s'), ...more)

  it('makes a course of statement and plan, with its orders', async () => {
    await desk.take(record(anOrder('s', 'o1'), anOrder('s', 'o2')))
    const [course] = await courses()
    expect(course).toMatchObject({
      prescription_type: 'repeat',
      prescribing_agency: 'prescribed-at-gp-practice',
      effective_start: '2024-01-10',
      clinical_date: '2024-01-10',
      recorded_date: '2024-01-11',
      repeats_allowed: 6,
      repeats_issued: 1,
      supply_days: 28,
      quantity: { value: 56, unit: 'tablet' },
      dosage_text: 'Take one tablet four times a day'
    })
    expect(await issues()).toMatchObject([
      {
        course_id: course?.id,
        status: 'completed',
        recorded_date: '2024-01-12'
      },
      { course_id: course?.id }
    ])
  })

  it('takes what a supplier writes otherwise, where the sense is clear', async () => {
    await desk.take(
      aRecord(
        aMedication(),
        aStatement('s', {
          basedOn: { reference: 'MedicationRequest/s-plan' },
          dateAsserted: '2024-01-11T09:00:00',
          extension: [
            {
              url: 'https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-CareConnect-MedicationStatementLastIssueDate-1',
              valueDateTime: '2024-02-01'
            }
          ]
        }),
        aPlan('s', {
          dispenseRequest: {
            validityPeriod: { start: '2024-01-10' },
            expectedSupplyDuration: { value: '4', code: ['wk'] },
            quantity: {
              value: '84',
              extension: [
                extension('MedicationQuantityText', { valueString: 'tablets' })
              ]
            }
          },
          extension: [
            extension('MedicationRepeatInformation', {
              extension: [
                {
                  url: 'numberOfRepeatPrescriptionsIssued',
                  valuePositiveInt: 2
                }
              ]
            })
          ]
        })
      )
    )
    expect(await courses()).toMatchObject([
      {
        date_asserted: '2024-01-11T09:00:00+00:00',
        last_issue_date: '2024-02-01',
        supply_days: 28,
        quantity: { value: 84 },
        quantity_text: 'tablets',
        repeats_issued: 2,
        prescription_type: 'repeat'
      }
    ])
  })

  it('links a course to the one it replaced, whichever comes first', async () => {
    const later = aPlan('new', {
      priorPrescription: { reference: 'MedicationRequest/s-plan' }
    })
    await desk.take(
      aRecord(
        aStatement('new'),
        later,
        aStatement('s'),
        aPlan('s'),
        aMedication()
      )
    )
    const [newer, older] = await courses()
    expect(newer?.prior_course_id).toBe(older?.id)
    expect(older?.prior_course_id).toBeNull()
  })

  it('makes a plan of a statement that has none, if it says enough', async () => {
    const silent = { dosage: undefined }
    const { lines } = await desk.take(
      aRecord(aMedication(), aStatement('s'), aStatement('silent', silent))
    )
    expect(await courses()).toMatchObject([{ prescription_type: 'acute' }])
    expect(lines.join('\n')).toMatch(
      /MedicationStatement: has no plan, .*\(MedicationStatement\/silent\)/
    )
  })

  it('does not take an order whose plan is absent, nor a plan alone', async () => {
    const { lines } = await desk.take(
      record(anOrder('absent', 'o'), aPlan('alone'))
    )
    expect(await issues()).toEqual([])
    const said = lines.join('\n')
    expect(said).toMatch(
      /the plan it is based on is not taken \(MedicationRequest\/o\)/
    )
    expect(said).toMatch(
      /no MedicationStatement is based on it \(MedicationRequest\/alone-plan\)/
    )
  })

  it('keeps the words of a medicine without a code', async () => {
    await desk.take(
      aRecord(aMedication(words('Herbal tea')), aStatement('s'), aPlan('s'))
    )
    expect(await courses()).toMatchObject([
      {
        medication: {
          coding: [{ code: '196421000000109' }],
          text: 'Herbal tea'
        }
      }
    ])
  })

  it('says why a course was stopped', async () => {
    const stop = extension('MedicationStatusReason', {
      extension: [
        { url: 'statusReason', valueCodeableConcept: { text: 'Side effects' } },
        { url: 'statusChangeDate', valueDateTime: '2024-03' }
      ]
    })
    await desk.take(
      aRecord(
        aMedication(),
        aStatement('s', { status: 'stopped' }),
        aPlan('s', { status: 'stopped', extension: [stop] })
      )
    )
    expect(await courses()).toMatchObject([
      { stop_reason: { text: 'Side effects' }, stopped_on: '2024-03' }
    ])
  })
})
