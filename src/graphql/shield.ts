import { GraphQLError, type GraphQLSchema } from 'graphql'
import {
  isOpenToCitizens,
  STAFF_OPERATIONS
} from '../policy/staff-operations.ts'
import {
  isCitizenOrStaffPermittedTo,
  isServed,
  isStaffPermittedTo,
  showsArea
} from './rules.ts'
import {
  applyMiddlewareToDeclaredResolvers,
  deny,
  shield
} from './shield-packages.ts'

type Rule = ReturnType<typeof isStaffPermittedTo>

/** By the field's coordinate: what does not hang on a permission of staff. */
const OPEN_FIELDS: Readonly<Record<string, Rule>> = {
  'Query.viewer': isServed,
  'Query.patient': isServed,
  'Viewer.patients': isServed,
  'GpRecord.timeline': isServed,
  // Edges lead to what the policy shows of the other end alone.
  'Allergy.linkedProblems': isServed,
  'MedicationCourse.linkedProblems': isServed,
  'Immunisation.linkedProblems': isServed,
  'Referral.linkedProblems': isServed,
  'Document.linkedProblems': isServed,
  'InvestigationReport.linkedProblems': isServed,
  'UncategorisedEntry.linkedProblems': isServed,
  'Problem.linkedEntries': isServed,
  'GpRecord.allergies': showsArea('ALLERGIES'),
  'GpRecord.medications': showsArea('MEDICATIONS'),
  'GpRecord.immunisations': showsArea('IMMUNISATIONS'),
  'GpRecord.problems': showsArea('PROBLEMS'),
  'Problem.relatedProblems': isServed,
  'GpRecord.investigations': showsArea('INVESTIGATIONS'),
  'GpRecord.referrals': showsArea('REFERRALS'),
  'GpRecord.uncategorisedData': showsArea('UNCATEGORISED_DATA'),
  'GpRecord.documents': showsArea('DOCUMENTS'),
  'Document.content': isServed
}

const STAFF_FIELDS: [string, Rule][] = Object.entries(STAFF_OPERATIONS).map(
  ([coordinate, permission]) => [
    coordinate,
    isOpenToCitizens(coordinate)
      ? isCitizenOrStaffPermittedTo(permission, coordinate)
      : isStaffPermittedTo(permission, coordinate)
  ]
)

/** A field of staff cannot be opened by mistake: theirs comes last. */
const byType = (
  fields: Iterable<[string, Rule]>
): Record<string, Record<string, Rule>> => {
  const types: Record<string, Record<string, Rule>> = {}
  for (const [coordinate, rule] of fields) {
    const [type = '', field = ''] = coordinate.split('.')
    types[type] = { ...types[type], [field]: rule }
  }
  return types
}

/**
 * Who may ask for what: a rule for every field that has a resolver of its
 * own, for staff's taken from the policy's table. A test fails for a field
 * that has none; all others are parts of objects that these fields returned.
 */
export const PERMISSIONS = byType([
  ...Object.entries(OPEN_FIELDS),
  ...STAFF_FIELDS
])

const forbidden = new GraphQLError('This is not allowed', {
  extensions: { code: 'FORBIDDEN' }
})

/**
 * Binds the rules to declared resolvers alone, so that no leaf is wrapped.
 * A field without a rule is denied; a rule that crashes is an error, not a
 * denial; resolver errors pass through to the formatter.
 */
export const withPermissions = (schema: GraphQLSchema): GraphQLSchema =>
  applyMiddlewareToDeclaredResolvers(
    schema,
    shield(PERMISSIONS, {
      allowExternalErrors: true,
      // Errors are thrown on, whether of a rule or of a resolver.
      debug: true,
      fallbackRule: deny,
      fallbackError: forbidden
    })
  )
