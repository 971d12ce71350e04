import type { z } from 'zod'
import { daysAfter, todayInJapan } from '../../ui/value-text.tsx'
import type { contract } from '../contract/index.ts'
import type { EquipmentKind } from '../rules/eligibility.ts'
import { equipmentKinds } from '../rules/eligibility.ts'

export type Choices = z.output<(typeof contract)['package-choices']['output']>
type Package = z.output<(typeof contract)['package']['output']>

/** What the form of a package holds; numbers that are not typed yet are null, a choice not made is the empty string. */
export interface PackageValues {
  title: string
  summary: string
  specification: string
  workKindId: string
  units: number | null
  unitName: string
  unitMinutes: number | null
  unitPriceYen: number | null
  priceRationale: string
  releaseOn: string
  dueOn: string
  inspectionDays: number | null
  securityClass: string
  onSiteId: string
  equipment: readonly EquipmentKind[]
  skills: readonly { skillId: string; level: number }[]
  minUnits: number | null
  maxSharePercent: number | null
  indivisible: boolean
  priority: number | null
  isPublic: boolean
  workPlace: string
  expenses: string
  intellectualProperty: string
  personalData: string
  contact: string
  independenceReviewed: boolean
}

export function newPackage(choices: Choices): PackageValues {
  const { standard, order } = choices
  const today = todayInJapan()
  const weekBefore = daysAfter(order.dueOn, -10)
  return {
    title: '',
    summary: '',
    specification: '',
    workKindId: '',
    units: null,
    unitName: '',
    unitMinutes: null,
    unitPriceYen: null,
    priceRationale: '',
    releaseOn: today,
    dueOn: weekBefore > today ? weekBefore : order.dueOn,
    inspectionDays: 7,
    securityClass: '0',
    onSiteId: '',
    equipment: ['pc'],
    skills: [],
    minUnits: 1,
    maxSharePercent: 100,
    indivisible: false,
    priority: 1,
    isPublic: true,
    ...standard,
    independenceReviewed: false,
  }
}

const isEquipment = (key: string): key is EquipmentKind => equipmentKinds.some((kind) => kind === key)

export const valuesOf = (work: Package): PackageValues => ({
  title: work.title,
  summary: work.summary,
  specification: work.specification,
  workKindId: work.workKindId,
  units: work.units,
  unitName: work.unitName,
  unitMinutes: work.unitMinutes,
  unitPriceYen: work.unitPriceYen,
  priceRationale: work.priceRationale,
  releaseOn: work.releaseOn,
  dueOn: work.dueOn,
  inspectionDays: work.inspectionDays,
  securityClass: String(work.securityClass),
  onSiteId: work.onSiteId ?? '',
  equipment: work.equipment.filter(isEquipment),
  skills: work.skills,
  minUnits: work.minUnits,
  maxSharePercent: work.maxSharePercent,
  indivisible: work.indivisible,
  priority: work.priority,
  isPublic: work.isPublic,
  workPlace: work.workPlace,
  expenses: work.expenses,
  intellectualProperty: work.intellectualProperty,
  personalData: work.personalData,
  contact: work.contact,
  independenceReviewed: work.independenceReviewed,
})

/** What the form holds, as the contract asks for it. */
export const packageInput = ({ securityClass, onSiteId, equipment, skills, ...values }: PackageValues) => ({
  ...values,
  securityClass: Number(securityClass),
  onSiteId: onSiteId === '' ? null : onSiteId,
  equipment: [...equipment],
  skills: [...skills],
})
