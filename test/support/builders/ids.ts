/** A UUID that says what it stands for: kind and number. */
export const idOf = (kind: number, number: number): string =>
  `0000000${kind}-0000-7000-8000-${String(number).padStart(12, '0')}`

export const PRACTICE_ID = idOf(1, 1)
export const PATIENT_ID = idOf(2, 1)
export const USUAL_GP_ID = idOf(3, 1)
export const RECORDER_ID = idOf(3, 2)
