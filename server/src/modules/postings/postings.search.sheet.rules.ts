import type { Provision } from './postings.provision.rules.ts'

/** What the search keeps of a submitted text: structural, so that demo and tests can make it too. */
export interface SearchableSheet extends Provision {
  kind: string
  workTime: string
  selfApplication: boolean
  trial: string
  workplaceMunicipality: string
  workplaceAddress: string
  station: string | null
  stationTransport: string | null
  stationMinutes: number | null
  smoking: string
  carCommuting: boolean
  transfer: boolean
  uijWelcome: boolean | null
  remoteWork: string | null
  title: string
  occupationCode: string
  duties: string
  dutiesChange: string
  employmentType: string
  employmentName: string | null
  promotion: boolean | null
  dispatch: string
  term: string
  renewal: string | null
  ageLimited: boolean
  ageFrom: number | null
  ageTo: number | null
  education: string
  educationNote: string | null
  experience: string
  experienceNote: string | null
  pcSkills: string | null
  drivingLicence: string
  licences: readonly { name: string; demand: string }[]
  wageForm: string
  allowances: readonly { name: string }[]
  fixedOvertime: boolean
  otherAllowances: string | null
  workingDaysPerMonth: number
  bonus: boolean
  variableHours: string
  shifts: readonly { from: string; to: string }[]
  rangeFrom: string | null
  rangeTo: string | null
  rangeHours: number | null
  hoursNote: string | null
  overtime: boolean
  overtimeHours: number | null
  daysPerWeek: string | null
  daysOff: readonly string[]
  twoDaysOff: string
  daysOffNote: string | null
  yearlyHolidays: number
  insurances: readonly string[]
  corporatePensions: readonly string[]
  mutualAid: boolean | null
  retirementPay: boolean
  retirement: boolean
  retirementAge: number | null
  reemployment: boolean | null
  extension: boolean | null
  housingSingle: boolean | null
  housingFamily: boolean | null
  nursery: boolean | null
  nurseryNote: string | null
  prMessage: string | null
  jobFeatures: string | null
  welfare: string | null
  training: string | null
  workLifeSupport: string | null
  methods: readonly string[]
  selectionPlace: string | null
  remarks: string | null
  selectionNote: string | null
  hourlyFrom: number
  shownFrom: number
}

export interface SearchableEmployer {
  employerNumber: string | null
  name: string
  nameKana: string
  industryCode: string
  business: string
  employeesHere: number
  employeesWhole: number | null
}
