import type { DemoPersona } from '../../../modules/identity/demo-persona.ts'
import type { StaffRole } from '../../../policy/viewer.ts'
import type { DemoPatient } from './demo-patient.ts'
import { DEMO_PATIENTS } from './patients.ts'
import { ADA } from './patients/ada.ts'
import { demoStaff, type StaffKey } from './people.ts'

interface StaffPersona {
  readonly work: string
  readonly description: string
  readonly roles: readonly StaffRole[]
}

const toStaffPersona = (
  key: StaffKey,
  { work, description, roles }: StaffPersona
): DemoPersona => {
  const { prefix, given, family, odsCode, userId, roleProfileId } =
    demoStaff(key)
  return {
    key,
    label: `${prefix} ${given} ${family}, ${work}`,
    description,
    kind: 'staff',
    userId,
    roleProfileId,
    odsCode,
    roles
  }
}

const toPatientPersona = ({
  key,
  title,
  story,
  person
}: DemoPatient): DemoPersona => ({
  key,
  label: `${person.given.join(' ')} ${person.family}: ${title}`,
  description: story,
  kind: 'citizen',
  nhsNumber: person.nhsNumber,
  identityProofingLevel: 'P9'
})

/** Together they permit everything: a partner answers for the practice. */
const PARTNER: readonly StaffRole[] = [
  'GP',
  'PRACTICE_MANAGER',
  'PRIVACY_OFFICER'
]

const STAFF: readonly DemoPersona[] = [
  toStaffPersona('gp', {
    work: 'GP at Elm Tree Surgery',
    description:
      'May do everything: see every record of the practice, set what each patient and the practice as a whole may see, and read the audit.',
    roles: PARTNER
  }),
  toStaffPersona('manager', {
    work: 'practice manager at Elm Tree Surgery',
    description: 'May set access for patients and practice, but see no record.',
    roles: ['PRACTICE_MANAGER']
  }),
  toStaffPersona('receptionist', {
    work: 'receptionist at Elm Tree Surgery',
    description: 'May look at settings and records, and change nothing.',
    roles: ['RECEPTIONIST']
  }),
  toStaffPersona('other-gp', {
    work: 'GP at Mill Lane Medical Centre',
    description:
      'May do everything at another practice: patients of Elm Tree Surgery do not exist for her.',
    roles: PARTNER
  })
]

/** The same patient, less strongly identified: no record data (P9 needed). */
const WEAKLY_IDENTIFIED: DemoPersona = {
  key: 'p5',
  label: `${ADA.person.given.join(' ')} ${ADA.person.family}: identity checked to P5 only`,
  description:
    'Ada again, signed in without proving who she is to the level that record data needs: everything is refused.',
  kind: 'citizen',
  nhsNumber: ADA.person.nhsNumber,
  identityProofingLevel: 'P5'
}

/** Everybody the demo can act as, staff first. */
export const DEMO_PERSONAS: readonly DemoPersona[] = [
  ...STAFF,
  ...DEMO_PATIENTS.map(toPatientPersona),
  WEAKLY_IDENTIFIED
]
