import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startTestApp, type TestApp } from '../../support/app.ts'
import {
  createExplanations,
  stepsOf,
  type Explanations
} from '../../support/explanations.ts'
import { NHS_NUMBERS } from '../../support/people.ts'

let server: TestApp
let practices: Explanations

beforeAll(async () => {
  server = await startTestApp()
  practices = await createExplanations(server)
})
afterAll(() => server.close())

describe('explainAccess of an entry that is shown', () => {
  it('tells the level and what of it is kept back', async () => {
    const id = await practices.allergyOf('ada', '2009-05-12T11:05:00+01:00')
    const explanation = await practices.explain('ada', id)
    expect(explanation).toMatchObject({
      entry: { id, kind: 'ALLERGY', area: 'ALLERGIES' },
      outcome: 'SHOWN',
      level: 'SUMMARY',
      hiddenBy: [],
      explanation: 'Shown, at the level of the summary.'
    })
    expect(explanation.keptBack).toEqual([
      { field: 'note', requiredLevel: 'FULL' },
      { field: 'reaction.description', requiredLevel: 'FULL' }
    ])
  })

  it('goes through patient, switches, levels, area, marks and content', async () => {
    const id = await practices.allergyOf('gwen', '2016-10-18')
    const { steps, keptBack } = await practices.explain('gwen', id)
    const kinds = steps.map(({ kind, side }) =>
      side ? `${side} ${kind}` : kind
    )
    const switches = ['SUMMARY', 'DETAILED_CODED', 'DOCUMENT', 'FULL_RECORD']
    expect(kinds).toEqual([
      'SENSITIVITY',
      'DEATH',
      'REGISTRATION',
      'ONLINE_ACCESS',
      'COMPETENCE',
      ...[...switches, 'PROSPECTIVE'].map((name) => `PATIENT ${name}_SWITCH`),
      ...switches.map((name) => `PRACTICE ${name}_SWITCH`),
      'PATIENT SIDE_LEVEL',
      'PRACTICE SIDE_LEVEL',
      'LEVEL',
      'AREA',
      'MARK',
      'CONTENT'
    ])
    for (const { explanation } of steps) expect(explanation).toMatch(/^\S.*\.$/)
    expect(keptBack).toEqual([])
  })

  it('names the date by which a switch reaches it (R4)', async () => {
    const id = await practices.allergyOf('ella', '2024-05-20')
    const explanation = await practices.explain('ella', id)
    expect(explanation).toMatchObject({ outcome: 'SHOWN', level: 'FULL' })
    expect(explanation.entry).toMatchObject({
      clinicalDate: '1998-01-01',
      recordedDate: '2024-05-20'
    })
    expect(stepsOf(explanation, 'PROSPECTIVE_SWITCH')).toMatchObject([
      {
        side: 'PATIENT',
        outcome: 'GRANTS',
        level: 'FULL',
        switch: {
          enabled: true,
          startDate: '2024-04-01',
          reach: 'REACHED',
          reachedBy: ['RECORDED_DATE']
        },
        explanation:
          'The patient’s switch “prospective access” is on from 2024-04-01, ' +
          'reaches this entry by its recorded date and grants everything, ' +
          'free text included.'
      }
    ])
  })

  it('tells of the entries that bring it along (R22)', async () => {
    const { id } = await practices.courseOf('ella', '2023-11-13')
    const explanation = await practices.explain('ella', id)
    expect(explanation).toMatchObject({ outcome: 'SHOWN', level: 'SUMMARY' })
    expect(stepsOf(explanation, 'LEVEL', 'BRINGERS')).toMatchObject([
      { kind: 'LEVEL', outcome: 'GRANTS_NOTHING', level: 'NONE' },
      { kind: 'BRINGERS', outcome: 'GRANTS', level: 'SUMMARY' }
    ])
  })

  it('shows where the practice’s ceiling cuts it (R1)', async () => {
    const id = await practices.allergyOf('priya', '2014-05-20')
    const explanation = await practices.explain('priya', id)
    expect(explanation).toMatchObject({ outcome: 'SHOWN', level: 'DETAILED' })
    expect(
      stepsOf(explanation, 'SIDE_LEVEL', 'LEVEL').map(({ side, level }) => [
        side,
        level
      ])
    ).toEqual([
      ['PATIENT', 'FULL'],
      ['PRACTICE', 'DETAILED'],
      [null, 'DETAILED']
    ])
  })
})

describe('explainAccess of an entry that is hidden', () => {
  it('by its dates: the start lies after both', async () => {
    const id = await practices.allergyOf('ella', '2019-03-28')
    const explanation = await practices.explain('ella', id)
    expect(explanation).toMatchObject({
      outcome: 'HIDDEN',
      level: 'NONE',
      keptBack: [],
      hiddenBy: [{ kind: 'AREA', reason: 'BEFORE_START_DATE' }]
    })
    expect(stepsOf(explanation, 'PROSPECTIVE_SWITCH')).toMatchObject([
      {
        outcome: 'GRANTS_NOTHING',
        level: 'NONE',
        switch: { reach: 'NOT_REACHED', reachedBy: [] }
      }
    ])
    expect(explanation.explanation).toBe(
      'Hidden. Allergies need the summary, which is not granted for the ' +
        'dates of this entry.'
    )
  })

  it('by the level, when every switch is off', async () => {
    const nhsNumber = NHS_NUMBERS.quinn
    const { patient } = await practices.otherGp.PatientAccess({ nhsNumber })
    await practices.otherGp.SetPatientRecordAccess({
      nhsNumber,
      input: {
        level: 'SUMMARY',
        enabled: false,
        expectedVersion: patient?.access?.version ?? 0
      }
    })
    const { allergies } = await practices.wholeRecordOf('quinn')
    const explanation = await practices.explain('quinn', allergies[0]?.id ?? '')
    expect(explanation.hiddenBy).toEqual([
      { kind: 'AREA', reason: 'LEVEL_TOO_LOW' }
    ])
    expect(stepsOf(explanation, 'AREA')).toMatchObject([
      { outcome: 'HIDES', level: 'NONE', requiredLevel: 'SUMMARY' }
    ])
  })

  it('by its own restriction: by whom, when and why', async () => {
    const id = await practices.allergyOf('gwen', '2024-09-03')
    const explanation = await practices.explain('gwen', id)
    expect(explanation.outcome).toBe('HIDDEN')
    expect(stepsOf(explanation, 'MARK')).toMatchObject([
      {
        outcome: 'HIDES',
        reason: 'RESTRICTED',
        mark: {
          mark: 'RESTRICTED',
          inherited: false,
          origin: {
            id,
            kind: 'ALLERGY',
            restrictedAt: '2024-09-03T13:20:00.000Z',
            restrictedBy: expect.stringMatching(/./),
            restrictedReason:
              'Names somebody else who asked us not to be quoted.'
          }
        },
        explanation: 'It is restricted from View Record.'
      }
    ])
  })

  it('by the restriction of a prescription of the same course (R16)', async () => {
    const { id, issues } = await practices.courseOf('gwen', '2025-06-10')
    const restricted = issues.find(
      ({ authoredOn }) => authoredOn === '2025-07-08'
    )
    for (const entryId of [id, ...issues.map((issue) => issue.id)]) {
      const explanation = await practices.explain('gwen', entryId)
      expect(explanation.hiddenBy).toEqual([
        { kind: 'MARK', reason: 'RESTRICTED' }
      ])
      expect(stepsOf(explanation, 'MARK')).toMatchObject([
        {
          mark: {
            inherited: entryId !== restricted?.id,
            origin: {
              id: restricted?.id,
              kind: 'MEDICATION_ISSUE',
              area: 'MEDICATIONS',
              restrictedReason:
                'Safeguarding: somebody at home reads her phone.'
            }
          }
        }
      ])
    }
  })

  it.each([
    ['jack', 'ONLINE_ACCESS', 'ONLINE_ACCESS_DISABLED'],
    ['hari', 'COMPETENCE', 'COMPETENCE_NOT_ASSESSED'],
    ['kezia', 'ONLINE_ACCESS', 'ONLINE_ACCESS_NEVER_ENABLED'],
    ['iris', 'DEATH', 'PATIENT_DECEASED'],
    ['liam', 'SENSITIVITY', 'PATIENT_SENSITIVE'],
    ['maya', 'REGISTRATION', 'PATIENT_INACTIVE']
  ] as const)(
    'with all of %s’s record, by %s',
    async (person, kind, reason) => {
      const { allergies, courses } = await practices.wholeRecordOf(person)
      const [entry] = [...allergies, ...courses]
      const explanation = await practices.explain(person, entry?.id ?? '')
      expect(explanation.outcome).toBe('HIDDEN')
      expect(explanation.hiddenBy).toContainEqual({ kind, reason })
    }
  )
})
