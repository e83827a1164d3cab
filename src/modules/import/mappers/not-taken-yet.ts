/** Areas of the record that come in Bundles and are not imported yet. */
const AREAS = new Map([
  ['Immunization', 'immunisations'],
  ['Condition', 'problems'],
  ['Encounter', 'consultations'],
  ['List', 'consultations'],
  ['DiagnosticReport', 'investigations'],
  ['ProcedureRequest', 'investigations and diary entries'],
  ['Specimen', 'investigations'],
  ['Observation', 'results, consultation notes and uncategorised data'],
  ['ReferralRequest', 'referrals'],
  ['DocumentReference', 'documents'],
  ['Binary', 'documents']
])

/** Why a resource that no mapper looked at was not taken. */
export const whyNotTaken = (type: string): string => {
  const area = AREAS.get(type)
  if (area !== undefined) return `${area} are not imported yet`
  return type === 'Medication'
    ? 'nothing that was taken names it'
    : 'is no part of the record that is kept here'
}
