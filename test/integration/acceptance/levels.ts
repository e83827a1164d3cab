/** Switches that are on together, each set with all below it. */
export const SUMMARY = { SUMMARY: {} }
export const DETAILED = { ...SUMMARY, DETAILED_CODED: {} }
export const DOCUMENTS = { ...DETAILED, DOCUMENT: {} }
export const EVERYTHING = { ...DOCUMENTS, FULL_RECORD: {} }
