/** Where a refusal is audited: by whom it was, never by whom they asked for. */
const PLACE_OF_REFUSAL = 'select practice_id as "practiceId", id as "patientId"'

/** What was sent besides the audit's own statements. */
export const lookUpsIn = (statements: readonly string[]): string[] =>
  statements.filter(
    (text) =>
      !/^(begin|commit)\b|\baudit_(head|read|event)\b/i.test(text.trim()) &&
      !text.includes(PLACE_OF_REFUSAL)
  )
