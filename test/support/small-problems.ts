import fc from 'fast-check'
import { type ProblemInput, readProblem } from '../../src/matching/rules/problem/reader.ts'
import type { Accepted, Problem } from '../../src/matching/rules/problem/problem.ts'

/** Small problems with everything in them, for properties: all gates, seats, reviews, accepted and declined work, tight and idle days. */
const days = 6
const skillNames = ['entry', 'cad']

const levels = fc.dictionary(fc.constantFrom(...skillNames), fc.integer({ min: 0, max: 3 }), { maxKeys: 2 })
const equipment = fc.subarray(['pc', 'camera'])
const site = fc.constantFrom(null, 'east', 'west')

const worker = fc.record({
  municipality: fc.constantFrom(null, 'm1', 'm2'),
  site,
  minutesByDay: fc.array(fc.constantFrom(0, 0, 30, 60, 95, 120), { minLength: 1, maxLength: days }),
  wantedMinutes: fc.constantFrom(null, 100, 400),
  maxMinutes: fc.constantFrom(null, null, 90, 200),
  skills: levels,
  equipment,
  acceptProbability: fc.constantFrom(0.5, 0.8, 1),
})

const pack = fc
  .record({
    units: fc.integer({ min: 0, max: 20 }),
    unitMinutes: fc.constantFrom(1, 7, 15, 30),
    window: fc.tuple(fc.integer({ min: 0, max: days - 1 }), fc.integer({ min: 0, max: days - 1 })),
    skills: levels,
    equipment: fc.subarray(['pc']),
    onSite: fc.constantFrom(null, null, 'east', 'west'),
    minUnits: fc.integer({ min: 1, max: 6 }),
    maxShare: fc.constantFrom(1, 0.5, 0.35, 0.07),
    indivisible: fc.boolean().map((one) => one),
    priority: fc.constantFrom(1, 2, 1.5),
    review: fc.constantFrom(null, null, { share: 0.2, skills: { entry: 3 } }),
  })
  .map(({ window, ...rest }) => ({ ...rest, releaseDay: Math.min(...window), dueDay: Math.max(...window) }))

const pairs = fc.uniqueArray(
  fc.record({
    row: fc.nat(5),
    column: fc.nat(5),
    unitMinutes: fc.constantFrom(null, 5, 20),
    value: fc.constantFrom(null, 0.5, 2),
    forbidden: fc.boolean(),
  }),
  { maxLength: 8, selector: (pair) => `${pair.row}-${pair.column}` },
)

export const smallInput: fc.Arbitrary<ProblemInput> = fc
  .record({
    workers: fc.array(worker, { maxLength: 6 }),
    packages: fc.array(pack, { maxLength: 6 }),
    seats: fc.tuple(fc.constantFrom(0, 60, 150), fc.constantFrom(0, 100)),
    pairs,
    declined: fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 3 }),
    accepted: fc.array(fc.record({ row: fc.nat(5), column: fc.nat(5), units: fc.integer({ min: 1, max: 6 }) }), { maxLength: 4 }),
  })
  .map(({ workers, packages, seats, pairs: known, declined, accepted }) => {
    const workerId = (index: number) => `w${index % Math.max(1, workers.length)}`
    const packageId = (index: number) => `p${index % Math.max(1, packages.length)}`
    const both = workers.length > 0 && packages.length > 0
    const inside = known.filter((pair) => pair.row < workers.length && pair.column < packages.length)
    const input = {
      days,
      workers: workers.map((one, index) => ({ id: `w${index}`, ...one })),
      packages: packages.map((one, index) => ({ id: `p${index}`, ...one })),
      sites: [
        { id: 'east', seatMinutesByDay: [seats[0], seats[1]] },
        { id: 'west', seatMinutesByDay: [seats[1]] },
      ],
      municipalities: [
        { id: 'm1', fairShare: 0.5 },
        { id: 'm2', fairShare: 0.5 },
      ],
      pairs: inside.map(({ row, column, ...rest }) => ({ worker: workerId(row), package: packageId(column), ...rest })),
      declined: both ? declined.map(([row, column]) => ({ worker: workerId(row), package: packageId(column) })) : [],
    }
    return {
      ...input,
      accepted: both
        ? possible(
            input,
            accepted.map(({ row, column, units }) => ({ worker: workerId(row), package: packageId(column), units })),
          )
        : [],
    }
  })

/** Accepted work that could have been offered: whatever the reader refuses is left out. */
function possible(input: ProblemInput, wished: readonly Accepted[]): Accepted[] {
  const kept: Accepted[] = []
  for (const one of wished) if (readProblem({ ...input, accepted: [...kept, one] }).ok) kept.push(one)
  return kept
}

export const smallProblem: fc.Arbitrary<Problem> = smallInput.map(mustRead)

/** Reads what a test itself has made; a fault there is a mistake in the test. */
export function mustRead(input: ProblemInput): Problem {
  const read = readProblem(input)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.problem
}

/** A problem of one worker and one package that fit each other, to be changed in one place by a test. */
export function onePair(changes: { readonly worker?: object; readonly pack?: object; readonly rest?: object } = {}): ProblemInput {
  return {
    days: 5,
    workers: [{ id: 'w1', site: 'east', minutesByDay: [60], skills: { entry: 2 }, equipment: ['pc'], ...changes.worker }],
    packages: [
      {
        id: 'p1',
        units: 10,
        unitMinutes: 10,
        releaseDay: 0,
        dueDay: 4,
        skills: { entry: 2 },
        equipment: ['pc'],
        minUnits: 2,
        ...changes.pack,
      },
    ],
    sites: [
      { id: 'east', seatMinutesByDay: [60] },
      { id: 'west', seatMinutesByDay: [60] },
    ],
    ...changes.rest,
  }
}
