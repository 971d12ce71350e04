import type { Fault } from '../../platform/contract.ts'
import { faultsOf } from '../../platform/faults.ts'
import { contract } from '../contract/index.ts'
import { consentPurposes, type ConsentPurpose } from '../rules/consents.ts'
import type { Equipment } from '../rules/equipment.ts'
import { type Levels, skillsInput } from './fields.tsx'

export type RegistrationForm = (typeof contract)['registration-form']['output']['_output']

/** The steps of applying, in their order. */
export const stepKeys = ['briefing', 'personal', 'wishes', 'time', 'skills', 'equipment', 'consent', 'account'] as const
export type StepKey = (typeof stepKeys)[number]

/** What is typed on the way; kept on the device until it is sent. */
export interface Application {
  understood: boolean
  kind: 'individual' | 'corporation' | ''
  name: string
  kana: string
  displayName: string
  phone: string
  postalAddress: string
  prefecture: string
  municipalityId: string
  wish: string
  wantedMonthlyYen: number | null
  wantedMonthlyMinutes: number | null
  highestMonthlyMinutes: number | null
  week: readonly number[]
  skills: Levels
  equipment: readonly Equipment[]
  lineSpeedMbps: number | null
  usesEmployees: 'yes' | 'no' | ''
  consents: readonly ConsentPurpose[]
}

export function emptyApplication(form: RegistrationForm): Application {
  return {
    understood: false,
    kind: 'individual',
    name: '',
    kana: '',
    displayName: '',
    phone: '',
    postalAddress: '',
    prefecture: '',
    municipalityId: form.municipalities.length === 1 ? (form.municipalities[0]?.id ?? '') : '',
    wish: '',
    wantedMonthlyYen: null,
    wantedMonthlyMinutes: null,
    highestMonthlyMinutes: 0,
    week: [0, 0, 0, 0, 0, 0, 0],
    skills: {},
    equipment: [],
    lineSpeedMbps: null,
    usesEmployees: '',
    consents: [],
  }
}

/** The fields of the contract that each step fills. */
const fieldsOfStep: Record<StepKey, readonly string[]> = {
  briefing: [],
  personal: ['kind', 'name', 'kana', 'displayName', 'phone', 'postalAddress', 'prefecture', 'municipalityId'],
  wishes: ['wish', 'wantedMonthlyYen', 'wantedMonthlyMinutes', 'highestMonthlyMinutes'],
  time: ['week'],
  skills: ['skills'],
  equipment: ['equipment', 'lineSpeedMbps'],
  consent: ['usesEmployees', 'consents'],
  account: [],
}

/** What is sent; fields that are still empty are null and refused by the schema. */
export function applicationInput(application: Application) {
  const { understood: _, kind, skills, usesEmployees, week, equipment, ...rest } = application
  return {
    ...rest,
    kind: kind === '' ? null : kind,
    displayName: rest.displayName.trim() === '' ? rest.name : rest.displayName,
    week: [...week],
    equipment: [...equipment],
    skills: skillsInput(skills),
    usesEmployees: usesEmployees === '' ? null : usesEmployees === 'yes',
    consents: consentPurposes.filter((purpose) => rest.consents.includes(purpose)),
  }
}

/** What is still wrong in one step, by the contract. */
export function faultsOfStep(step: StepKey, application: Application): Fault[] {
  if (step === 'briefing') return application.understood ? [] : [{ path: 'understood', code: 'must-accept' }]
  const parsed = contract.apply.input.safeParse(applicationInput(application))
  if (parsed.success) return []
  // A blank display name is the name, so its fault is the name's.
  const own = fieldsOfStep[step].filter((field) => field !== 'displayName' || application.displayName.trim() !== '')
  return faultsOf(parsed.error).filter((fault) => own.includes(fault.path.split('.')[0] ?? ''))
}
