import type { Db } from '../../platform/db/db.ts'
import type { Plan } from '../rules/problem/plan.ts'
import type { Problem } from '../rules/problem/problem.ts'
import { isPromised } from './problem.ts'
import { eligible, skillNeeds, type Names } from './remedies.ts'

interface Found {
  problem: Problem
  plan: Plan
  metMinutes: number
  people: readonly { workerId: string; minutes: number }[]
  fullOn: string | null
  minutesEach: number
  missingPeople: number
}

/** An answer about capacity with the names that a page shows. */
export function capacityView(found: Found, askedMinutes: number, skills: readonly { key: string; level: number }[], names: Names) {
  const { problem, people, metMinutes, fullOn, minutesEach, missingPeople } = found
  const cityOf = new Map(problem.workers.map((worker) => [worker.id, worker.municipality]))
  const byCity = Map.groupBy(people, (person) => cityOf.get(person.workerId) ?? '')
  const asked = problem.packages.at(-1)
  return {
    askedMinutes,
    metMinutes,
    people: people.length,
    byMunicipality: [...byCity]
      .map(([id, list]) => ({
        name: names.municipalities.get(id) ?? '',
        people: list.length,
        minutes: list.reduce((sum, each) => sum + each.minutes, 0),
      }))
      .sort((a, b) => b.minutes - a.minutes),
    minutesEach,
    missingPeople,
    skills: skillNeeds(problem, Object.fromEntries(skills.map((skill) => [skill.key, skill.level])), names),
    eligible: asked ? eligible(problem, asked).length : 0,
    fullOn,
    openMinutes: problem.packages.slice(0, -1).reduce((sum, pack) => sum + (isPromised(pack.id) ? 0 : pack.units * pack.unitMinutes), 0),
  }
}

export const readSkillChoices = (db: Db) =>
  db.selectFrom('people.skill').select(['key', 'nameJa', 'nameEn', 'highestLevel']).orderBy('nameJa').limit(500).execute()
