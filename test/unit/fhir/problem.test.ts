import { describe, expect, it } from '@jest/globals'
import { toAllergyIntolerance } from '../../../src/modules/record/allergies/allergy.fhir.ts'
import { ALLERGY_KIND } from '../../../src/modules/record/allergies/allergy.row.ts'
import {
  toProblemHeader,
  type ProblemReferences
} from '../../../src/modules/record/problems/problem.fhir.ts'
import {
  PROBLEM_KIND,
  type ProblemRow
} from '../../../src/modules/record/problems/problem.row.ts'
import { visible } from '../../../src/policy/record-access.ts'
import { PATIENT_ID, USUAL_GP_ID } from '../../support/builders/ids.ts'
import { PROBLEM_TEXTS, problemRow } from '../../support/builders/problem.ts'
import { allergyRow } from '../../support/builders/record.ts'
import {
  marked,
  permissionsAt,
  STAFF,
  type Level
} from '../../support/builders/structured-record.ts'
import { profileErrorsOf } from '../../support/clinical-bundle.ts'
import { hasSharedFhir } from '../../support/fhir-validator.ts'

const NO_REFERENCES: ProblemReferences = {
  relatedProblems: [],
  relatedContent: [],
  actualProblem: null
}

const mapped = (
  row: ProblemRow,
  level: Level = 'full',
  references = NO_REFERENCES
) => {
  const [shown] = visible(permissionsAt(level), [row], PROBLEM_KIND)
  if (!shown) throw new Error('the policy shows no such row')
  return toProblemHeader(shown, references)
}

const ASTHMA = problemRow(1)
const CHILD = problemRow(2, {
  clinicalStatus: 'inactive',
  significance: 'minor',
  onset: null,
  abatement: '2019-03',
  note: null
})
const ALLERGY = allergyRow(1)
const toAllergy = { reference: `AllergyIntolerance/${ALLERGY.id}` }

const LINKED: ProblemReferences = {
  relatedProblems: [{ relation: 'CHILD', id: CHILD.id }],
  relatedContent: [toAllergy],
  actualProblem: toAllergy
}
const OF_CHILD: ProblemReferences = {
  ...NO_REFERENCES,
  relatedProblems: [{ relation: 'PARENT', id: ASTHMA.id }]
}

const CARE_CONNECT = 'https://fhir.hl7.org.uk/STU3'

describe('Condition (digest 4.7)', () => {
  it('has every mandatory element', () => {
    expect(mapped(ASTHMA)).toMatchObject({
      resourceType: 'Condition',
      id: ASTHMA.id,
      meta: {
        profile: [
          'https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-ProblemHeader-Condition-1'
        ]
      },
      identifier: ASTHMA.identifiers,
      clinicalStatus: 'active',
      category: [
        {
          coding: [
            {
              system: `${CARE_CONNECT}/CodeSystem/CareConnect-ConditionCategory-1`,
              code: 'problem-list-item',
              display: 'Problem List Item'
            }
          ]
        }
      ],
      code: {
        coding: [{ code: '195967001', display: 'Asthma' }],
        text: 'wheezy since childhood'
      },
      subject: { reference: `Patient/${PATIENT_ID}` },
      assertedDate: '2014-06-02T09:30:00+01:00',
      asserter: { reference: `Practitioner/${USUAL_GP_ID}` },
      note: [{ text: 'worse in spring' }]
    })
  })

  it('keeps partial dates partial (digest 7), and tells no unknown ones', () => {
    expect(mapped(ASTHMA).onsetDateTime).toBe('2014-05')
    expect(mapped(ASTHMA)).not.toHaveProperty('abatementDateTime')
    expect(mapped(CHILD)).not.toHaveProperty('onsetDateTime')
    expect(mapped(CHILD)).toMatchObject({
      clinicalStatus: 'inactive',
      abatementDateTime: '2019-03'
    })
  })

  it.each([
    [ASTHMA, 'major'],
    [CHILD, 'minor']
  ])('has its significance, and no link without one', (row, valueCode) => {
    expect(mapped(row).extension).toEqual([
      {
        url: `${CARE_CONNECT}/StructureDefinition/Extension-CareConnect-ProblemSignificance-1`,
        valueCode
      }
    ])
  })

  it('refers to what it is linked to', () => {
    const { extension = [] } = mapped(ASTHMA, 'full', LINKED)
    expect(extension).toEqual(
      expect.arrayContaining([
        {
          url: 'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-ActualProblem-1',
          valueReference: toAllergy
        },
        {
          url: `${CARE_CONNECT}/StructureDefinition/Extension-CareConnect-RelatedClinicalContent-1`,
          valueReference: toAllergy
        },
        {
          url: `${CARE_CONNECT}/StructureDefinition/Extension-CareConnect-RelatedProblemHeader-1`,
          extension: [
            { url: 'type', valueCode: 'child' },
            {
              url: 'target',
              valueReference: { reference: `Condition/${CHILD.id}` }
            }
          ]
        }
      ])
    )
    expect(extension).toHaveLength(4)
  })

  it.each([
    ['PARENT', 'parent'],
    ['CHILD', 'child'],
    ['SIBLING', 'sibling']
  ] as const)('says %s of the other problem as %s', (relation, valueCode) => {
    const relatedProblems = [{ relation, id: CHILD.id }]
    const references = { ...NO_REFERENCES, relatedProblems }
    const [, related] = mapped(ASTHMA, 'full', references).extension ?? []
    expect(related?.extension?.[0]).toEqual({ url: 'type', valueCode })
  })
})

describe('Condition below full (Ruling R20)', () => {
  it.each(['detailed', 'documents'] as const)(
    'has no free text at %s',
    (level) => {
      const sent = JSON.stringify(mapped(ASTHMA, level))
      for (const text of PROBLEM_TEXTS) expect(sent).not.toContain(text)
    }
  )

  it('is gone when only words say what it is', () => {
    const row = problemRow(1, { code: { coding: [], text: 'tired' } })
    expect(visible(permissionsAt('detailed'), [row], PROBLEM_KIND)).toEqual([])
  })

  it('is not there at summary', () => {
    expect(visible(permissionsAt('summary'), [ASTHMA], PROBLEM_KIND)).toEqual(
      []
    )
  })
})

describe('Condition in staff’s export (Ruling R17)', () => {
  it('is labelled NOPAT when it is restricted', () => {
    const row = marked(ASTHMA, 'RESTRICTED')
    const [shown] = visible(STAFF, [row], PROBLEM_KIND)
    expect(shown && toProblemHeader(shown, NO_REFERENCES).meta).toMatchObject({
      security: [{ system: 'http://hl7.org/fhir/v3/ActCode', code: 'NOPAT' }]
    })
  })
})

const describeWithValidator = hasSharedFhir ? describe : describe.skip

describeWithValidator(
  'the profile of Condition (skipped where the validator is not there)',
  () => {
    it.each(['detailed', 'full'] as const)('is kept at %s', async (level) => {
      const allergies = visible(permissionsAt(level), [ALLERGY], ALLERGY_KIND)
      const sent = [
        mapped(ASTHMA, level, LINKED),
        mapped(CHILD, level, OF_CHILD),
        ...allergies.map(toAllergyIntolerance)
      ]
      expect(await profileErrorsOf(sent)).toEqual([])
    })
  }
)
