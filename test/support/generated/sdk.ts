/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { type GraphQLClient, type RequestOptions } from 'graphql-request';
import type { DocumentNode } from 'graphql';
type GraphQLClientRequestHeaders = RequestOptions['requestHeaders'];
/** Whether the allergy still holds. */
export type AllergyClinicalStatus =
  /** It holds. */
  | 'ACTIVE'
  /** It has ended. */
  | 'RESOLVED';

/** Whether an under 16 understands what access means. */
export type Competence =
  /** Assessed as competent. */
  | 'COMPETENT'
  /** Nobody has assessed it. */
  | 'NOT_ASSESSED'
  /** Assessed as not competent; blocks, also from 16 on. */
  | 'NOT_COMPETENT';

/** What keeps an entry from citizens whatever their level. */
export type EntryMark =
  /** A diary entry: something planned. */
  | 'DIARY'
  /** Recorded in a consultation still being written. */
  | 'DRAFT'
  /** Recorded by mistake. */
  | 'ENTERED_IN_ERROR'
  /** Restricted from View Record by staff. */
  | 'RESTRICTED'
  /** Confidential to staff. */
  | 'STAFF_CONFIDENTIAL'
  /** A result nobody has filed yet. */
  | 'UNFILED'
  /** A document nobody has reviewed yet. */
  | 'UNREVIEWED';

/** Asks for allergies. */
export type IncludeAllergiesInput = {
  /** Whether those that have ended are wanted too. */
  includeResolvedAllergies: boolean;
};

/** Asks for medication. */
export type IncludeMedicationInput = {
  /** Only prescriptions of these types; all unless given. */
  filterPrescriptionType?: Array<PrescriptionType> | null | undefined;
  /** Whether the prescriptions issued are wanted too. */
  includePrescriptionIssues?: boolean;
  /** Only what was in use on or after this day; not in the future. */
  medicationSearchFromDate?: string | null | undefined;
};

/** Why a switch does not show what it would. */
export type IneffectiveReason =
  /** The patient was assessed as not competent. */
  | 'COMPETENCE_DECLINED'
  /** The patient is under 16 and not assessed as competent. */
  | 'COMPETENCE_NOT_ASSESSED'
  /** The practice does not allow it. */
  | 'LIMITED_BY_PRACTICE'
  /** The practice has disabled the patient’s online access. */
  | 'ONLINE_ACCESS_DISABLED'
  /** The patient’s online access was never enabled. */
  | 'ONLINE_ACCESS_NEVER_ENABLED'
  /** The patient has died. */
  | 'PATIENT_DECEASED'
  /** The patient is no longer registered. */
  | 'PATIENT_INACTIVE'
  /** The record is sensitive. */
  | 'PATIENT_SENSITIVE'
  /** Its start date has not come. */
  | 'START_DATE_IN_FUTURE'
  /** It is off. */
  | 'SWITCHED_OFF';

/** Whether a patient may use online services at all. */
export type MasterState =
  /** Disabled by the practice. */
  | 'DISABLED_BY_PRACTICE'
  /** Enabled. */
  | 'ENABLED'
  /** Never enabled so far. */
  | 'NEVER_ENABLED';

/** Where a course or an issue stands. */
export type MedicationStatus =
  /** In use. */
  | 'ACTIVE'
  /** Came to its end. */
  | 'COMPLETED'
  /** Ended before its time. */
  | 'STOPPED';

/** How the medicine is prescribed. */
export type PrescriptionType =
  /** Once. */
  | 'ACUTE'
  /** Once, by hand. */
  | 'ACUTE_HANDWRITTEN'
  /** To be used only if needed later. */
  | 'DELAYED_PRESCRIBING'
  /** Again on request. */
  | 'REPEAT'
  /** In a batch that the pharmacy dispenses. */
  | 'REPEAT_DISPENSING';

/** How bad the reaction was. */
export type ReactionSeverity =
  /** Mild. */
  | 'MILD'
  /** Moderate. */
  | 'MODERATE'
  /** Severe. */
  | 'SEVERE';

/** Why a change of record access was not made. */
export type RecordAccessErrorCode =
  /** The configuration has changed meanwhile. */
  | 'CONFLICT'
  /** PROSPECTIVE is set for patients, not for a practice. */
  | 'NOT_A_PRACTICE_SWITCH'
  /** The patient has died. */
  | 'PATIENT_DECEASED'
  /** The patient is not registered now. */
  | 'PATIENT_INACTIVE'
  /** The reason has control characters. */
  | 'REASON_NOT_PRINTABLE'
  /** A reason has to be given. */
  | 'REASON_REQUIRED'
  /** The reason is too long. */
  | 'REASON_TOO_LONG'
  /** DOCUMENT needs DETAILED_CODED in the same place. */
  | 'REQUIRES_DETAILED_CODED'
  /** Entries already recorded would rise; confirm the review. */
  | 'REVIEW_CONFIRMATION_REQUIRED'
  /** The start date is before the patient’s birth. */
  | 'START_DATE_BEFORE_BIRTH'
  /** A start date was given where there is none. */
  | 'START_DATE_NOT_APPLICABLE'
  /** PROSPECTIVE needs a start date. */
  | 'START_DATE_REQUIRED';

/** What is seen of a record; each level includes the one before. */
export type RecordAccessLevel =
  /** All coded entries, without free text. */
  | 'DETAILED'
  /** Documents as well. */
  | 'DOCUMENTS'
  /** Everything, free text included. */
  | 'FULL'
  /** Nothing. */
  | 'NONE'
  /** Demographics, medicines and allergies. */
  | 'SUMMARY';

/** What staff turn on or off. Switches are independent. */
export type RecordAccessSwitch =
  /** The detailed coded record. */
  | 'DETAILED_CODED'
  /** Documents; needs DETAILED_CODED. */
  | 'DOCUMENT'
  /** Everything, from a clinical date on if one is given. */
  | 'FULL_RECORD'
  /** Everything recorded on or after a date; for patients only. */
  | 'PROSPECTIVE'
  /** Summary information: medicines and allergies. */
  | 'SUMMARY';

/** What staff found of a patient under 16. */
export type RecordCompetenceAssessmentInput = {
  /** Whether the patient understands what access means. */
  competent: boolean;
  /** The version that was read; a stale one is a CONFLICT. */
  expectedVersion: number;
  /** On what the assessment rests; at most 500 characters. */
  reason: string;
};

/** Online services of a patient as a whole. */
export type SetCitizenServiceAccessInput = {
  /** On or off. */
  enabled: boolean;
  /** The version that was read; a stale one is a CONFLICT. */
  expectedVersion: number;
  /** Why, for the audit; at most 500 characters. */
  reason?: string | null | undefined;
};

/** One switch of a patient, on or off. */
export type SetPatientRecordAccessInput = {
  /** On or off. */
  enabled: boolean;
  /** The version that was read; a stale one is a CONFLICT. */
  expectedVersion: number;
  /** Which switch. */
  level: RecordAccessSwitch;
  /** Why, for the audit; at most 500 characters. */
  reason?: string | null | undefined;
  /** That entries which become visible as documents or in full were reviewed. */
  reviewConfirmed?: boolean;
  /** From when: optional for FULL_RECORD (none: the whole record), mandatory for PROSPECTIVE, not allowed otherwise. */
  startDate?: string | null | undefined;
};

/** One switch of a practice, on or off. */
export type SetPracticeRecordAccessInput = {
  /** On or off. */
  enabled: boolean;
  /** The version that was read; a stale one is a CONFLICT. */
  expectedVersion: number;
  /** Which switch. */
  level: RecordAccessSwitch;
  /** Why, for the audit; at most 500 characters. */
  reason?: string | null | undefined;
  /** That entries which become visible as documents or in full were reviewed. */
  reviewConfirmed?: boolean;
  /** From when: optional for FULL_RECORD (none: the whole record), mandatory for PROSPECTIVE, not allowed otherwise. */
  startDate?: string | null | undefined;
};

/** What a member of staff is permitted to do. */
export type StaffPermission =
  /** Set a patient’s online access. */
  | 'CONFIGURE_PATIENT'
  /** Set the practice’s online access. */
  | 'CONFIGURE_PRACTICE'
  /** See how online access is set. */
  | 'VIEW_CONFIGURATION'
  /** See patients’ records. */
  | 'VIEW_RECORD';

/** Who is asking. */
export type ViewerKind =
  /** Nobody known: no token was sent. */
  | 'ANONYMOUS'
  /** A citizen. */
  | 'PATIENT'
  /** A member of a practice’s staff. */
  | 'PRACTICE_STAFF';

/** A part of the record that a level may keep back. */
export type WithheldContent =
  /** Allergies and adverse reactions. */
  | 'ALLERGIES'
  /** Consultations. */
  | 'CONSULTATIONS'
  /** Documents. */
  | 'DOCUMENTS'
  /** Text in words: notes and descriptions. */
  | 'FREE_TEXT'
  /** Immunisations. */
  | 'IMMUNISATIONS'
  /** Test results. */
  | 'INVESTIGATIONS'
  /** Medicines and prescriptions. */
  | 'MEDICATIONS'
  /** Problems and health conditions. */
  | 'PROBLEMS'
  /** Referrals. */
  | 'REFERRALS'
  /** Other coded entries. */
  | 'UNCATEGORISED_DATA';

export type SwitchPartsFragment = { switch: RecordAccessSwitch, enabled: boolean, startDate: string | null, effective: boolean, ineffectiveBecause: Array<IneffectiveReason>, showsUpTo: RecordAccessLevel, explanation: string };

export type UserErrorPartsFragment = { code: RecordAccessErrorCode, message: string, field: Array<string>, currentVersion: number | null, patientsRising: number | null, entriesRising: number | null };

export type WhoAmIQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoAmIQuery = { viewer: { kind: ViewerKind, staff: { odsCode: string, permissions: Array<StaffPermission> } | null, patients: Array<{ nhsNumber: string }> | null } };

export type PracticeAccessQueryVariables = Exact<{
  odsCode: string;
}>;


export type PracticeAccessQuery = { practice: { name: string, access: { version: number, switches: Array<{ switch: RecordAccessSwitch, enabled: boolean, startDate: string | null, effective: boolean, ineffectiveBecause: Array<IneffectiveReason>, showsUpTo: RecordAccessLevel, explanation: string }> } | null } | null };

export type PatientAccessQueryVariables = Exact<{
  nhsNumber: string;
}>;


export type PatientAccessQuery = { patient: { registration: { active: boolean, deceased: boolean, sensitive: boolean, dissentFromSharing: boolean, transferPending: boolean } | null, access: { version: number, masterState: MasterState, switches: Array<{ switch: RecordAccessSwitch, enabled: boolean, startDate: string | null, effective: boolean, ineffectiveBecause: Array<IneffectiveReason>, showsUpTo: RecordAccessLevel, explanation: string }> } | null } | null };

export type SetPracticeRecordAccessMutationVariables = Exact<{
  odsCode: string;
  input: SetPracticeRecordAccessInput;
}>;


export type SetPracticeRecordAccessMutation = { setPracticeRecordAccess: { alsoDisabled: Array<RecordAccessSwitch>, stillShownBy: Array<RecordAccessSwitch>, notices: Array<string>, access: { version: number, switches: Array<{ switch: RecordAccessSwitch, enabled: boolean, startDate: string | null, effective: boolean, ineffectiveBecause: Array<IneffectiveReason>, showsUpTo: RecordAccessLevel, explanation: string }> } | null, userErrors: Array<{ code: RecordAccessErrorCode, message: string, field: Array<string>, currentVersion: number | null, patientsRising: number | null, entriesRising: number | null }> } | null };

export type SetPatientRecordAccessMutationVariables = Exact<{
  nhsNumber: string;
  input: SetPatientRecordAccessInput;
}>;


export type SetPatientRecordAccessMutation = { setPatientRecordAccess: { alsoDisabled: Array<RecordAccessSwitch>, stillShownBy: Array<RecordAccessSwitch>, notices: Array<string>, access: { version: number, masterState: MasterState, switches: Array<{ switch: RecordAccessSwitch, enabled: boolean, startDate: string | null, effective: boolean, ineffectiveBecause: Array<IneffectiveReason>, showsUpTo: RecordAccessLevel, explanation: string }> } | null, userErrors: Array<{ code: RecordAccessErrorCode, message: string, field: Array<string>, currentVersion: number | null, patientsRising: number | null, entriesRising: number | null }> } | null };

export type AllergyPartsFragment = { id: string, clinicalStatus: AllergyClinicalStatus, assertedDate: string, endReason: string | null, note: string | null, code: { text: string | null, coding: Array<{ system: string, code: string, display: string | null }> }, reaction: { severity: ReactionSeverity | null, description: string | null, manifestation: Array<{ text: string | null, coding: Array<{ code: string }> }> } | null, recorder: { name: string } | null, marker: { restrictedReason: string | null, causes: Array<{ mark: EntryMark, originId: string, inherited: boolean }> } | null };

export type MedicationPartsFragment = { id: string, status: MedicationStatus, prescriptionType: PrescriptionType, effectiveStart: string, dosageText: string | null, note: string | null, medication: { text: string | null, coding: Array<{ code: string, display: string | null }> }, issues: Array<{ id: string, authoredOn: string, note: string | null, marker: { causes: Array<{ mark: EntryMark }> } | null }>, marker: { causes: Array<{ mark: EntryMark, inherited: boolean }> } | null };

export type PatientRecordQueryVariables = Exact<{
  nhsNumber: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;


export type PatientRecordQuery = { patient: { id: string, nhsNumber: string, name: { text: string } | null, branchSurgery: { name: string } | null, record: { allergies: { nodes: Array<{ id: string, clinicalStatus: AllergyClinicalStatus, assertedDate: string, endReason: string | null, note: string | null, code: { text: string | null, coding: Array<{ system: string, code: string, display: string | null }> }, reaction: { severity: ReactionSeverity | null, description: string | null, manifestation: Array<{ text: string | null, coding: Array<{ code: string }> }> } | null, recorder: { name: string } | null, marker: { restrictedReason: string | null, causes: Array<{ mark: EntryMark, originId: string, inherited: boolean }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, medications: { nodes: Array<{ id: string, status: MedicationStatus, prescriptionType: PrescriptionType, effectiveStart: string, dosageText: string | null, note: string | null, medication: { text: string | null, coding: Array<{ code: string, display: string | null }> }, issues: Array<{ id: string, authoredOn: string, note: string | null, marker: { causes: Array<{ mark: EntryMark }> } | null }>, marker: { causes: Array<{ mark: EntryMark, inherited: boolean }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, withheld: Array<{ area: WithheldContent, requiredLevel: RecordAccessLevel }> } | null } | null };

export type RecordAsSeenByQueryVariables = Exact<{
  nhsNumber: string;
}>;


export type RecordAsSeenByQuery = { patient: { recordAsSeenBy: { allergies: { nodes: Array<{ id: string, clinicalStatus: AllergyClinicalStatus, assertedDate: string, endReason: string | null, note: string | null, code: { text: string | null, coding: Array<{ system: string, code: string, display: string | null }> }, reaction: { severity: ReactionSeverity | null, description: string | null, manifestation: Array<{ text: string | null, coding: Array<{ code: string }> }> } | null, recorder: { name: string } | null, marker: { restrictedReason: string | null, causes: Array<{ mark: EntryMark, originId: string, inherited: boolean }> } | null }> } | null, medications: { nodes: Array<{ id: string, status: MedicationStatus, prescriptionType: PrescriptionType, effectiveStart: string, dosageText: string | null, note: string | null, medication: { text: string | null, coding: Array<{ code: string, display: string | null }> }, issues: Array<{ id: string, authoredOn: string, note: string | null, marker: { causes: Array<{ mark: EntryMark }> } | null }>, marker: { causes: Array<{ mark: EntryMark, inherited: boolean }> } | null }> } | null, withheld: Array<{ area: WithheldContent, requiredLevel: RecordAccessLevel }> } | null } | null };

export type FhirRecordQueryVariables = Exact<{
  nhsNumber: string;
  includeAllergies?: IncludeAllergiesInput | null | undefined;
  includeMedication?: IncludeMedicationInput | null | undefined;
}>;


export type FhirRecordQuery = { patient: { fhirStructuredRecord: Record<string, unknown> | null } | null };

export type StandingPartsFragment = { notices: Array<string>, access: { version: number, masterState: MasterState, competence: Competence, switches: Array<{ switch: RecordAccessSwitch, enabled: boolean, startDate: string | null, effective: boolean, ineffectiveBecause: Array<IneffectiveReason>, showsUpTo: RecordAccessLevel, explanation: string }> } | null, userErrors: Array<{ code: RecordAccessErrorCode, message: string, field: Array<string>, currentVersion: number | null, patientsRising: number | null, entriesRising: number | null }> };

export type SetCitizenServiceAccessMutationVariables = Exact<{
  nhsNumber: string;
  input: SetCitizenServiceAccessInput;
}>;


export type SetCitizenServiceAccessMutation = { setCitizenServiceAccess: { notices: Array<string>, access: { version: number, masterState: MasterState, competence: Competence, switches: Array<{ switch: RecordAccessSwitch, enabled: boolean, startDate: string | null, effective: boolean, ineffectiveBecause: Array<IneffectiveReason>, showsUpTo: RecordAccessLevel, explanation: string }> } | null, userErrors: Array<{ code: RecordAccessErrorCode, message: string, field: Array<string>, currentVersion: number | null, patientsRising: number | null, entriesRising: number | null }> } | null };

export type RecordCompetenceAssessmentMutationVariables = Exact<{
  nhsNumber: string;
  input: RecordCompetenceAssessmentInput;
}>;


export type RecordCompetenceAssessmentMutation = { recordCompetenceAssessment: { notices: Array<string>, access: { version: number, masterState: MasterState, competence: Competence, switches: Array<{ switch: RecordAccessSwitch, enabled: boolean, startDate: string | null, effective: boolean, ineffectiveBecause: Array<IneffectiveReason>, showsUpTo: RecordAccessLevel, explanation: string }> } | null, userErrors: Array<{ code: RecordAccessErrorCode, message: string, field: Array<string>, currentVersion: number | null, patientsRising: number | null, entriesRising: number | null }> } | null };

export const AllergyPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AllergyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Allergy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"coding"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"display"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"clinicalStatus"}},{"kind":"Field","name":{"kind":"Name","value":"assertedDate"}},{"kind":"Field","name":{"kind":"Name","value":"endReason"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"reaction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"manifestation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"coding"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"recorder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"marker"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"restrictedReason"}},{"kind":"Field","name":{"kind":"Name","value":"causes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mark"}},{"kind":"Field","name":{"kind":"Name","value":"originId"}},{"kind":"Field","name":{"kind":"Name","value":"inherited"}}]}}]}}]}}]} as unknown as DocumentNode;
export const MedicationPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MedicationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MedicationCourse"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"medication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"coding"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"display"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"prescriptionType"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveStart"}},{"kind":"Field","name":{"kind":"Name","value":"dosageText"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"authoredOn"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"marker"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"causes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mark"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"marker"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"causes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mark"}},{"kind":"Field","name":{"kind":"Name","value":"inherited"}}]}}]}}]}}]} as unknown as DocumentNode;
export const SwitchPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SwitchParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordAccessSwitchState"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"switch"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"effective"}},{"kind":"Field","name":{"kind":"Name","value":"ineffectiveBecause"}},{"kind":"Field","name":{"kind":"Name","value":"showsUpTo"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}}]}}]} as unknown as DocumentNode;
export const UserErrorPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordAccessUserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"currentVersion"}},{"kind":"Field","name":{"kind":"Name","value":"patientsRising"}},{"kind":"Field","name":{"kind":"Name","value":"entriesRising"}}]}}]} as unknown as DocumentNode;
export const StandingPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StandingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PatientStandingPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"access"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"masterState"}},{"kind":"Field","name":{"kind":"Name","value":"competence"}},{"kind":"Field","name":{"kind":"Name","value":"switches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SwitchParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"notices"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SwitchParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordAccessSwitchState"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"switch"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"effective"}},{"kind":"Field","name":{"kind":"Name","value":"ineffectiveBecause"}},{"kind":"Field","name":{"kind":"Name","value":"showsUpTo"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordAccessUserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"currentVersion"}},{"kind":"Field","name":{"kind":"Name","value":"patientsRising"}},{"kind":"Field","name":{"kind":"Name","value":"entriesRising"}}]}}]} as unknown as DocumentNode;
export const WhoAmIDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhoAmI"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"staff"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"odsCode"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}}]}},{"kind":"Field","name":{"kind":"Name","value":"patients"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nhsNumber"}}]}}]}}]}}]} as unknown as DocumentNode;
export const PracticeAccessDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PracticeAccess"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"odsCode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OdsCode"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"practice"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"odsCode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"odsCode"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"access"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"switches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SwitchParts"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SwitchParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordAccessSwitchState"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"switch"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"effective"}},{"kind":"Field","name":{"kind":"Name","value":"ineffectiveBecause"}},{"kind":"Field","name":{"kind":"Name","value":"showsUpTo"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}}]}}]} as unknown as DocumentNode;
export const PatientAccessDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PatientAccess"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"nhsNumber"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"NhsNumber"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"patient"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"nhsNumber"},"value":{"kind":"Variable","name":{"kind":"Name","value":"nhsNumber"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"active"}},{"kind":"Field","name":{"kind":"Name","value":"deceased"}},{"kind":"Field","name":{"kind":"Name","value":"sensitive"}},{"kind":"Field","name":{"kind":"Name","value":"dissentFromSharing"}},{"kind":"Field","name":{"kind":"Name","value":"transferPending"}}]}},{"kind":"Field","name":{"kind":"Name","value":"access"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"masterState"}},{"kind":"Field","name":{"kind":"Name","value":"switches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SwitchParts"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SwitchParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordAccessSwitchState"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"switch"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"effective"}},{"kind":"Field","name":{"kind":"Name","value":"ineffectiveBecause"}},{"kind":"Field","name":{"kind":"Name","value":"showsUpTo"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}}]}}]} as unknown as DocumentNode;
export const SetPracticeRecordAccessDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetPracticeRecordAccess"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"odsCode"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"OdsCode"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetPracticeRecordAccessInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setPracticeRecordAccess"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"odsCode"},"value":{"kind":"Variable","name":{"kind":"Name","value":"odsCode"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"access"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"switches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SwitchParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"alsoDisabled"}},{"kind":"Field","name":{"kind":"Name","value":"stillShownBy"}},{"kind":"Field","name":{"kind":"Name","value":"notices"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserErrorParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SwitchParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordAccessSwitchState"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"switch"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"effective"}},{"kind":"Field","name":{"kind":"Name","value":"ineffectiveBecause"}},{"kind":"Field","name":{"kind":"Name","value":"showsUpTo"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordAccessUserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"currentVersion"}},{"kind":"Field","name":{"kind":"Name","value":"patientsRising"}},{"kind":"Field","name":{"kind":"Name","value":"entriesRising"}}]}}]} as unknown as DocumentNode;
export const SetPatientRecordAccessDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetPatientRecordAccess"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"nhsNumber"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"NhsNumber"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetPatientRecordAccessInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setPatientRecordAccess"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"nhsNumber"},"value":{"kind":"Variable","name":{"kind":"Name","value":"nhsNumber"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"access"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"masterState"}},{"kind":"Field","name":{"kind":"Name","value":"switches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SwitchParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"alsoDisabled"}},{"kind":"Field","name":{"kind":"Name","value":"stillShownBy"}},{"kind":"Field","name":{"kind":"Name","value":"notices"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserErrorParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SwitchParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordAccessSwitchState"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"switch"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"effective"}},{"kind":"Field","name":{"kind":"Name","value":"ineffectiveBecause"}},{"kind":"Field","name":{"kind":"Name","value":"showsUpTo"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordAccessUserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"currentVersion"}},{"kind":"Field","name":{"kind":"Name","value":"patientsRising"}},{"kind":"Field","name":{"kind":"Name","value":"entriesRising"}}]}}]} as unknown as DocumentNode;
export const PatientRecordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PatientRecord"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"nhsNumber"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"NhsNumber"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"100"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LocalDate"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"LocalDate"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"patient"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"nhsNumber"},"value":{"kind":"Variable","name":{"kind":"Name","value":"nhsNumber"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"nhsNumber"}},{"kind":"Field","name":{"kind":"Name","value":"name"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"branchSurgery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"record"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allergies"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AllergyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"medications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MedicationParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"withheld"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"requiredLevel"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AllergyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Allergy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"coding"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"display"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"clinicalStatus"}},{"kind":"Field","name":{"kind":"Name","value":"assertedDate"}},{"kind":"Field","name":{"kind":"Name","value":"endReason"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"reaction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"manifestation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"coding"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"recorder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"marker"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"restrictedReason"}},{"kind":"Field","name":{"kind":"Name","value":"causes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mark"}},{"kind":"Field","name":{"kind":"Name","value":"originId"}},{"kind":"Field","name":{"kind":"Name","value":"inherited"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MedicationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MedicationCourse"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"medication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"coding"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"display"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"prescriptionType"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveStart"}},{"kind":"Field","name":{"kind":"Name","value":"dosageText"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"authoredOn"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"marker"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"causes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mark"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"marker"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"causes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mark"}},{"kind":"Field","name":{"kind":"Name","value":"inherited"}}]}}]}}]}}]} as unknown as DocumentNode;
export const RecordAsSeenByDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RecordAsSeenBy"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"nhsNumber"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"NhsNumber"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"patient"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"nhsNumber"},"value":{"kind":"Variable","name":{"kind":"Name","value":"nhsNumber"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordAsSeenBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"allergies"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AllergyParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"medications"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MedicationParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"withheld"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"area"}},{"kind":"Field","name":{"kind":"Name","value":"requiredLevel"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AllergyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Allergy"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"coding"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"display"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"clinicalStatus"}},{"kind":"Field","name":{"kind":"Name","value":"assertedDate"}},{"kind":"Field","name":{"kind":"Name","value":"endReason"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"reaction"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"severity"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"manifestation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"coding"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"recorder"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"marker"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"restrictedReason"}},{"kind":"Field","name":{"kind":"Name","value":"causes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mark"}},{"kind":"Field","name":{"kind":"Name","value":"originId"}},{"kind":"Field","name":{"kind":"Name","value":"inherited"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MedicationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MedicationCourse"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"medication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"coding"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"display"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"prescriptionType"}},{"kind":"Field","name":{"kind":"Name","value":"effectiveStart"}},{"kind":"Field","name":{"kind":"Name","value":"dosageText"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"authoredOn"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"marker"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"causes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mark"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"marker"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"causes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"mark"}},{"kind":"Field","name":{"kind":"Name","value":"inherited"}}]}}]}}]}}]} as unknown as DocumentNode;
export const FhirRecordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FhirRecord"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"nhsNumber"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"NhsNumber"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"includeAllergies"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"IncludeAllergiesInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"includeMedication"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"IncludeMedicationInput"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"patient"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"nhsNumber"},"value":{"kind":"Variable","name":{"kind":"Name","value":"nhsNumber"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fhirStructuredRecord"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"includeAllergies"},"value":{"kind":"Variable","name":{"kind":"Name","value":"includeAllergies"}}},{"kind":"Argument","name":{"kind":"Name","value":"includeMedication"},"value":{"kind":"Variable","name":{"kind":"Name","value":"includeMedication"}}}]}]}}]}}]} as unknown as DocumentNode;
export const SetCitizenServiceAccessDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetCitizenServiceAccess"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"nhsNumber"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"NhsNumber"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetCitizenServiceAccessInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setCitizenServiceAccess"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"nhsNumber"},"value":{"kind":"Variable","name":{"kind":"Name","value":"nhsNumber"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StandingParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SwitchParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordAccessSwitchState"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"switch"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"effective"}},{"kind":"Field","name":{"kind":"Name","value":"ineffectiveBecause"}},{"kind":"Field","name":{"kind":"Name","value":"showsUpTo"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordAccessUserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"currentVersion"}},{"kind":"Field","name":{"kind":"Name","value":"patientsRising"}},{"kind":"Field","name":{"kind":"Name","value":"entriesRising"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StandingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PatientStandingPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"access"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"masterState"}},{"kind":"Field","name":{"kind":"Name","value":"competence"}},{"kind":"Field","name":{"kind":"Name","value":"switches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SwitchParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"notices"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserErrorParts"}}]}}]}}]} as unknown as DocumentNode;
export const RecordCompetenceAssessmentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecordCompetenceAssessment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"nhsNumber"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"NhsNumber"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordCompetenceAssessmentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordCompetenceAssessment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"nhsNumber"},"value":{"kind":"Variable","name":{"kind":"Name","value":"nhsNumber"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StandingParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SwitchParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordAccessSwitchState"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"switch"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"effective"}},{"kind":"Field","name":{"kind":"Name","value":"ineffectiveBecause"}},{"kind":"Field","name":{"kind":"Name","value":"showsUpTo"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RecordAccessUserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"currentVersion"}},{"kind":"Field","name":{"kind":"Name","value":"patientsRising"}},{"kind":"Field","name":{"kind":"Name","value":"entriesRising"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StandingParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PatientStandingPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"access"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"masterState"}},{"kind":"Field","name":{"kind":"Name","value":"competence"}},{"kind":"Field","name":{"kind":"Name","value":"switches"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SwitchParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"notices"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserErrorParts"}}]}}]}}]} as unknown as DocumentNode;

export type SdkFunctionWrapper = <T>(action: (requestHeaders?:Record<string, string>) => Promise<T>, operationName: string, operationType?: string, variables?: any) => Promise<T>;


const defaultWrapper: SdkFunctionWrapper = (action, _operationName, _operationType, _variables) => action();

export function getSdk(client: GraphQLClient, withWrapper: SdkFunctionWrapper = defaultWrapper) {
  return {
    WhoAmI(variables?: WhoAmIQueryVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<WhoAmIQuery> {
      return withWrapper((wrappedRequestHeaders) => client.request<WhoAmIQuery>({ document: WhoAmIDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'WhoAmI', 'query', variables);
    },
    PracticeAccess(variables: PracticeAccessQueryVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<PracticeAccessQuery> {
      return withWrapper((wrappedRequestHeaders) => client.request<PracticeAccessQuery>({ document: PracticeAccessDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'PracticeAccess', 'query', variables);
    },
    PatientAccess(variables: PatientAccessQueryVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<PatientAccessQuery> {
      return withWrapper((wrappedRequestHeaders) => client.request<PatientAccessQuery>({ document: PatientAccessDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'PatientAccess', 'query', variables);
    },
    SetPracticeRecordAccess(variables: SetPracticeRecordAccessMutationVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<SetPracticeRecordAccessMutation> {
      return withWrapper((wrappedRequestHeaders) => client.request<SetPracticeRecordAccessMutation>({ document: SetPracticeRecordAccessDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'SetPracticeRecordAccess', 'mutation', variables);
    },
    SetPatientRecordAccess(variables: SetPatientRecordAccessMutationVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<SetPatientRecordAccessMutation> {
      return withWrapper((wrappedRequestHeaders) => client.request<SetPatientRecordAccessMutation>({ document: SetPatientRecordAccessDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'SetPatientRecordAccess', 'mutation', variables);
    },
    PatientRecord(variables: PatientRecordQueryVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<PatientRecordQuery> {
      return withWrapper((wrappedRequestHeaders) => client.request<PatientRecordQuery>({ document: PatientRecordDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'PatientRecord', 'query', variables);
    },
    RecordAsSeenBy(variables: RecordAsSeenByQueryVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<RecordAsSeenByQuery> {
      return withWrapper((wrappedRequestHeaders) => client.request<RecordAsSeenByQuery>({ document: RecordAsSeenByDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'RecordAsSeenBy', 'query', variables);
    },
    FhirRecord(variables: FhirRecordQueryVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<FhirRecordQuery> {
      return withWrapper((wrappedRequestHeaders) => client.request<FhirRecordQuery>({ document: FhirRecordDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'FhirRecord', 'query', variables);
    },
    SetCitizenServiceAccess(variables: SetCitizenServiceAccessMutationVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<SetCitizenServiceAccessMutation> {
      return withWrapper((wrappedRequestHeaders) => client.request<SetCitizenServiceAccessMutation>({ document: SetCitizenServiceAccessDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'SetCitizenServiceAccess', 'mutation', variables);
    },
    RecordCompetenceAssessment(variables: RecordCompetenceAssessmentMutationVariables, requestHeaders?: GraphQLClientRequestHeaders, signal?: RequestInit['signal']): Promise<RecordCompetenceAssessmentMutation> {
      return withWrapper((wrappedRequestHeaders) => client.request<RecordCompetenceAssessmentMutation>({ document: RecordCompetenceAssessmentDocument, variables, requestHeaders: { ...requestHeaders, ...wrappedRequestHeaders }, signal }), 'RecordCompetenceAssessment', 'mutation', variables);
    }
  };
}
export type Sdk = ReturnType<typeof getSdk>;