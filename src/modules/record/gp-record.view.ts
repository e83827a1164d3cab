import { Field, ObjectType } from 'type-graphql'
import {
  withheldByLevel,
  type WithheldContent
} from '../../policy/record-access.ts'
import type { RecordPermissions } from '../../policy/effective-permissions.ts'
import { CLINICAL_AREAS_IN_ORDER } from '../../vocabulary/clinical-area.ts'
import { WithheldReason } from './level.view.ts'
import type { PatientFile } from './patient/patient.row.ts'

@ObjectType({
  description:
    'A patient record as one viewer sees it. Each clinical area is a page of ' +
    'entries, newest first; an area the level does not show is null.',
  simpleResolvers: true
})
export class GpRecord {
  @Field(() => [WithheldReason], {
    description: 'What the level keeps back, and the level it needs.'
  })
  readonly withheld!: readonly WithheldReason[]

  /** For the area fields; not part of the graph. */
  readonly file!: PatientFile
  readonly permissions!: RecordPermissions
}

const toWithheld = ({
  content,
  requiredLevel
}: {
  content: WithheldContent
  requiredLevel: WithheldReason['requiredLevel']
}): WithheldReason => ({ area: content, requiredLevel })

export const toGpRecord = (
  file: PatientFile,
  permissions: RecordPermissions
): GpRecord => ({
  withheld: withheldByLevel(permissions, CLINICAL_AREAS_IN_ORDER).map(
    toWithheld
  ),
  file,
  permissions
})
