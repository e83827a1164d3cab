import type {
  CodeableConcept as FhirConcept,
  Condition,
  Extension,
  Reference
} from 'fhir/r3.js'
import type { Visible } from '../../../policy/record-access.ts'
import {
  careConnectCodeSystem,
  careConnectExtension,
  gpcExtension
} from '../../../vocabulary/fhir-system.ts'
import { noteOf } from '../fhir/annotation.fhir.ts'
import { codedConcept, toCodeableConcept } from '../fhir/concept.fhir.ts'
import { complexExtension, extension } from '../fhir/extension.fhir.ts'
import { clinicalMeta } from '../fhir/meta.fhir.ts'
import { referenceTo } from '../fhir/reference.fhir.ts'
import type { ProblemRelation } from './problem.entry.ts'
import type { ProblemRow } from './problem.row.ts'

/** What a problem refers to, of the resources that are in the same Bundle. */
export interface ProblemReferences {
  readonly relatedProblems: readonly {
    readonly relation: ProblemRelation
    readonly id: string
  }[]
  readonly relatedContent: readonly Reference[]
  readonly actualProblem: Reference | null
}

const RELATION_CODES = {
  PARENT: 'parent',
  CHILD: 'child',
  SIBLING: 'sibling'
} as const satisfies Record<ProblemRelation, string>

const CATEGORY: FhirConcept = codedConcept(
  careConnectCodeSystem('CareConnect-ConditionCategory'),
  'problem-list-item',
  'Problem List Item'
)

const extensionsOf = (
  { significance }: Visible<ProblemRow>,
  { relatedProblems, relatedContent, actualProblem }: ProblemReferences
): Extension[] => [
  ...(actualProblem === null
    ? []
    : [
        extension(gpcExtension('ActualProblem'), {
          valueReference: actualProblem
        })
      ]),
  extension(careConnectExtension('ProblemSignificance'), {
    valueCode: significance
  }),
  ...relatedProblems.map(({ relation, id }) =>
    complexExtension(careConnectExtension('RelatedProblemHeader'), [
      extension('type', { valueCode: RELATION_CODES[relation] }),
      extension('target', { valueReference: referenceTo('Condition', id) })
    ])
  ),
  ...relatedContent.map((reference) =>
    extension(careConnectExtension('RelatedClinicalContent'), {
      valueReference: reference
    })
  )
]

/**
 * CareConnect-GPC-ProblemHeader-Condition-1 (Access Record digest section
 * 4.7). The row comes from the policy, text already withheld by rung (Ruling
 * R20); `references` name only what the policy lets into the same Bundle.
 */
export const toProblemHeader = (
  row: Visible<ProblemRow>,
  references: ProblemReferences
): Condition => ({
  resourceType: 'Condition',
  id: row.id,
  meta: clinicalMeta('ProblemHeader-Condition', row.hiddenBy),
  extension: extensionsOf(row, references),
  identifier: row.identifiers.map(({ system, value }) => ({ system, value })),
  clinicalStatus: row.clinicalStatus,
  category: [CATEGORY],
  code: toCodeableConcept(row.code),
  subject: referenceTo('Patient', row.patientId),
  ...(row.onset === null ? {} : { onsetDateTime: row.onset }),
  ...(row.abatement === null ? {} : { abatementDateTime: row.abatement }),
  assertedDate: row.assertedDate,
  asserter: referenceTo('Practitioner', row.asserterId),
  ...noteOf(row.note)
})
