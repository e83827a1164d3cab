import type { DemoPatient } from './demo-patient.ts'
import { ADA } from './patients/ada.ts'
import { BEN } from './patients/ben.ts'
import { CARA } from './patients/cara.ts'
import { DEV } from './patients/dev.ts'
import { ELLA } from './patients/ella.ts'
import { FINN } from './patients/finn.ts'
import { GWEN } from './patients/gwen.ts'
import { HARI } from './patients/hari.ts'
import { IRIS } from './patients/iris.ts'
import { JACK } from './patients/jack.ts'
import { KEZIA } from './patients/kezia.ts'
import { LIAM } from './patients/liam.ts'
import { MAYA } from './patients/maya.ts'
import { NOOR } from './patients/noor.ts'
import { OWEN } from './patients/owen.ts'
import { PRIYA } from './patients/priya.ts'
import { QUINN } from './patients/quinn.ts'

/** Everybody in the demo, one rule of the system each. All are invented. */
export const DEMO_PATIENTS: readonly DemoPatient[] = [
  ADA,
  BEN,
  CARA,
  DEV,
  ELLA,
  FINN,
  GWEN,
  HARI,
  IRIS,
  JACK,
  KEZIA,
  LIAM,
  MAYA,
  NOOR,
  OWEN,
  PRIYA,
  QUINN
]
