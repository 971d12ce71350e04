/** What somebody who is registered still lacks to be offered work and paid for it, in the order in which it helps. */
const firstSteps = ['hours', 'pc', 'account'] as const
export type FirstStep = (typeof firstSteps)[number]

export function missingSteps(record: { week: readonly number[]; equipment: readonly string[]; hasAccount: boolean }): FirstStep[] {
  const isThere: Record<FirstStep, boolean> = {
    hours: record.week.some((minutes) => minutes > 0),
    pc: record.equipment.includes('pc'),
    account: record.hasAccount,
  }
  return firstSteps.filter((step) => !isThere[step])
}
