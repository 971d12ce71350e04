import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Random } from '../../src/matching/rules/random.ts'
import type { ProblemInput } from '../../src/matching/rules/problem/reader.ts'

export type GapInstance = { readonly name: string; readonly problem: ProblemInput; readonly best: number | null }

/** A generalised assignment problem as a matching problem: costs and minutes by person, then job. */
export function gapProblem(
  cost: readonly (readonly number[])[],
  minutes: readonly (readonly number[])[],
  capacity: readonly number[],
): ProblemInput {
  return {
    days: 1,
    objective: 'assignment-cost',
    workers: capacity.map((maxMinutes, person) => ({ id: `a${person}`, maxMinutes })),
    packages: (cost[0] ?? []).map((_, job) => ({ id: `j${job}`, units: 1, indivisible: true })),
    pairs: cost.flatMap((row, person) =>
      row.map((one, job) => ({ worker: `a${person}`, package: `j${job}`, cost: one, unitMinutes: minutes[person]![job]! })),
    ),
  }
}

/**
 * Type D: cost and minutes run against each other. Type E: the same, with minutes spread exponentially. Both as in the literature (Chu and
 * Beasley; Laguna and others).
 */
export function gapOfType(type: 'D' | 'E', people: number, jobs: number, seed: number): GapInstance {
  const random = new Random(seed * 7919 + people * 131 + jobs + (type === 'D' ? 0 : 1))
  const minutes = table(people, jobs, () =>
    type === 'D' ? 1 + random.below(100) : Math.max(1, Math.round(1 - 10 * Math.log(1 - random.next()))),
  )
  const cost = minutes.map((row) =>
    row.map((one) => (type === 'D' ? 111 - one + random.below(21) - 10 : Math.max(1, Math.round(1000 / one - 10 * random.next())))),
  )
  const capacity = minutes.map((row) => Math.floor((0.8 * row.reduce((sum, one) => sum + one, 0)) / people))
  return {
    name: `${type.toLowerCase()}${String(people).padStart(2, '0')}${jobs}-${seed}`,
    problem: gapProblem(cost, minutes, capacity),
    best: null,
  }
}

function table(rows: number, columns: number, cell: () => number): number[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, cell))
}

/** The instances beside the project, in the format of the OR-Library, with their best known costs; none where the folder is absent. */
export function storedInstances(folder: string): GapInstance[] {
  if (!existsSync(`${folder}/best.csv`)) return []
  const best = new Map(
    readFileSync(`${folder}/best.csv`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => [line.split(',')[0] ?? '', Number(line.split(',')[2])]),
  )
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => ({
      name: file.slice(0, -4),
      problem: parseInstance(readFileSync(`${folder}/${file}`, 'utf8')),
      best: best.get(file.slice(0, -4)) ?? null,
    }))
}

function parseInstance(text: string): ProblemInput {
  const numbers = text.trim().split(/\s+/).map(Number)
  const people = numbers[0]!
  const jobs = numbers[1]!
  let at = 2
  const row = (length: number) => numbers.slice(at, (at += length))
  const cost = Array.from({ length: people }, () => row(jobs))
  const minutes = Array.from({ length: people }, () => row(jobs))
  return gapProblem(cost, minutes, row(people))
}
