import { agriculture } from './agriculture.ts'
import { care } from './care.ts'
import { childcareAndEducation } from './childcare-education.ts'
import { cleaningAndPacking } from './cleaning-and-packing.ts'
import { construction } from './construction.ts'
import { management } from './management.ts'
import { manufacturing } from './manufacturing.ts'
import { medical } from './medical.ts'
import { office } from './office.ts'
import { professional } from './professional.ts'
import { sales } from './sales.ts'
import { security } from './security.ts'
import { service } from './service.ts'
import { technology } from './technology.ts'
import type { OccupationTemplate } from './template.ts'
import { transport } from './transport.ts'

/** Every occupation the demo knows, in the order of the fifteen major classes. */
export const occupationTemplates: readonly OccupationTemplate[] = [
  ...management,
  ...technology,
  ...professional,
  ...medical,
  ...childcareAndEducation,
  ...office,
  ...sales,
  ...care,
  ...service,
  ...security,
  ...agriculture,
  ...manufacturing,
  ...transport,
  ...construction,
  ...cleaningAndPacking,
]
