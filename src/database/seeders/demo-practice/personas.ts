import type { DemoPersona } from '../../../modules/identity/demo-persona.ts'
import {
  STAFF_PERMISSIONS,
  type StaffPermission
} from '../../../policy/viewer.ts'
import type { DemoPatient } from './demo-patient.ts'
import { DEMO_PATIENTS } from './patients.ts'
import { ADA } from './patients/ada.ts'
import { demoStaff, type StaffKey } from './people.ts'

interface StaffPersona {
  readonly role: string
  readonly description: string
  readonly permissions: readonly StaffPermission[]
}

const toStaffPersona = (
  key: StaffKey,
  { role, description, permissions }: StaffPersona
): DemoPersona => {
  const { prefix, given, family, odsCode, userId, roleProfileId } =
    demoStaff(key)
  return {
    key,
    label: `${prefix} ${given} ${family}, ${role}`,
    description,
    kind: 'staff',
    userId,
    roleProfileId,
    odsCode,
    permissions
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

const STAFF: readonly DemoPersona[] = [
  toStaffPersona('gp', {
    role: 'GP at Elm Tree Surgery',
    description:
      'May do everything: see every record of the practice, and set what each patient and the practice as a whole may see.',
    permissions: STAFF_PERMISSIONS
  }),
  toStaffPersona('manager', {
    role: 'practice manager at Elm Tree Surgery',
    description: 'May set access for patients and practice, but see no record.',
    permissions: [
      'VIEW_CONFIGURATION',
      'CONFIGURE_PATIENT',
      'CONFIGURE_PRACTICE'
    ]
  }),
  toStaffPersona('receptionist', {
    role: 'receptionist at Elm Tree Surgery',
    description: 'May look at settings and records, and change nothing.',
    permissions: ['VIEW_CONFIGURATION', 'VIEW_RECORD']
  }),
  toStaffPersona('other-gp', {
    role: 'GP at Mill Lane Medical Centre',
    description:
      'May do everything at another practice: patients of Elm Tree Surgery do not exist for her.',
    permissions: STAFF_PERMISSIONS
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
