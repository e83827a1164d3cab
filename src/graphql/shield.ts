import { GraphQLError, type GraphQLSchema } from 'graphql'
import {
  isRecordViewer,
  isServed,
  isStaffPermittedTo,
  showsArea
} from './rules.ts'
import {
  applyMiddlewareToDeclaredResolvers,
  deny,
  shield
} from './shield-packages.ts'

const mayConfigurePatient = isStaffPermittedTo('CONFIGURE_PATIENT')
const mayViewConfiguration = isStaffPermittedTo('VIEW_CONFIGURATION')

/**
 * Who may ask for what: one line for every field that has a resolver of its
 * own. A test fails for one that has none here; all other fields are parts of
 * objects that these fields returned.
 */
export const PERMISSIONS = {
  Query: {
    viewer: isServed,
    patient: isServed,
    practice: mayViewConfiguration
  },
  Mutation: {
    setPracticeRecordAccess: isStaffPermittedTo('CONFIGURE_PRACTICE'),
    setPatientRecordAccess: mayConfigurePatient,
    setCitizenServiceAccess: mayConfigurePatient,
    recordCompetenceAssessment: mayConfigurePatient
  },
  Viewer: { patients: isServed },
  Patient: {
    record: isRecordViewer,
    recordAsSeenBy: isStaffPermittedTo('VIEW_RECORD'),
    access: mayViewConfiguration,
    fhirStructuredRecord: isRecordViewer
  },
  Practice: { access: mayViewConfiguration },
  GpRecord: {
    allergies: showsArea('ALLERGIES'),
    medications: showsArea('MEDICATIONS')
  }
}

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
