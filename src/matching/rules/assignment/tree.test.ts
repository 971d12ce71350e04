import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Knapsack, type Block } from './knapsack.ts'
import { AssignmentTree } from './tree.ts'

const drawn = fc.record({
  people: fc.integer({ min: 1, max: 3 }),
  jobs: fc.integer({ min: 1, max: 6 }),
  cells: fc.array(
    fc.record({ cost: fc.integer({ min: 0, max: 20 }), minutes: fc.integer({ min: 0, max: 12 }), allowed: fc.integer({ min: 0, max: 9 }) }),
    { minLength: 18, maxLength: 18 },
  ),
  room: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 3 }),
  price: fc.array(fc.integer({ min: -5, max: 25 }), { minLength: 6, maxLength: 6 }),
})

function blockOf({
  people,
  jobs,
  cells,
  room,
}: {
  people: number
  jobs: number
  cells: { cost: number; minutes: number; allowed: number }[]
  room: number[]
}): Block {
  const used = cells.slice(0, people * jobs)
  return {
    people,
    jobs,
    capacity: Int32Array.from(room.slice(0, people)),
    cost: Float64Array.from(used, (cell) => (cell.allowed > 0 ? cell.cost : Number.POSITIVE_INFINITY)),
    minutes: Int32Array.from(used, (cell) => cell.minutes),
  }
}

function plans(block: Block): { cost: number; person: number[] }[] {
  const found: { cost: number; person: number[] }[] = []
  for (let code = 0; code < block.people ** block.jobs; code += 1) {
    const person = Array.from({ length: block.jobs }, (_, job) => Math.floor(code / block.people ** job) % block.people)
    const load = new Array<number>(block.people).fill(0)
    let cost = 0
    person.forEach((one, job) => {
      load[one]! += block.minutes[one * block.jobs + job]!
      cost += block.cost[one * block.jobs + job]!
    })
    if (Number.isFinite(cost) && load.every((one, at) => one <= block.capacity[at]!)) found.push({ cost, person })
  }
  return found
}

const partOfAll = (block: Block) => ({ block, order: Int32Array.from({ length: block.people * block.jobs }, (_, at) => at % block.jobs) })
const never = () => false

describe('小さな組の厳密な割り当て', () => {
  it('ナップサックの答えは総当たりと同じ', () => {
    fc.assert(
      fc.property(drawn, (input) => {
        const block = blockOf(input)
        const price = Float64Array.from(input.price.slice(0, block.jobs))
        const knapsack = new Knapsack(block)
        for (let person = 0; person < block.people; person += 1) {
          const taken = new Int32Array(block.jobs)
          const told = knapsack.best(person, price, taken)
          let best = 0
          for (let code = 0; code < 2 ** block.jobs; code += 1) {
            let room = block.capacity[person]!
            let value = 0
            for (let job = 0; job < block.jobs; job += 1) {
              if (Math.floor(code / 2 ** job) % 2 === 0) continue
              room -= block.minutes[person * block.jobs + job]!
              value += price[job]! - block.cost[person * block.jobs + job]!
            }
            if (room >= 0 && value > best) best = value
          }
          expect(told).toBeCloseTo(best, 3)
          expect(told).toBeGreaterThanOrEqual(best - 1e-9)
          const mine = [...taken.keys()].filter((job) => taken[job]! > 0)
          expect(mine.reduce((sum, job) => sum + price[job]! - block.cost[person * block.jobs + job]!, 0)).toBeCloseTo(best, 3)
        }
      }),
    )
  })

  it('費用の上限のもとで総当たりの最小に届き、無いときは無いと言い切る', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 0, max: 80 }), (input, target) => {
        const block = blockOf(input)
        const least = Math.min(...plans(block).map((plan) => plan.cost))
        const price = Float64Array.from(input.price.slice(0, block.jobs))
        const answer = new AssignmentTree().solve(partOfAll(block), price, {
          target: target + 1e-6,
          step: 1,
          branchings: 1e6,
          known: null,
          stop: never,
        })
        expect(answer.finished).toBe(true)
        if (least > target) expect(answer.person).toBeNull()
        else expect(answer.cost).toBe(least)
      }),
    )
  })

  it('知っている案は答えとして数えない', () => {
    fc.assert(
      fc.property(drawn, (input) => {
        const block = blockOf(input)
        const all = plans(block)
        const known = all[0]
        if (known === undefined) return
        const price = Float64Array.from(input.price.slice(0, block.jobs))
        const asked = { target: known.cost + 1e-6, step: 1, branchings: 1e6, known: Int32Array.from(known.person), stop: never }
        const answer = new AssignmentTree().solve(partOfAll(block), price, asked)
        const others = all.slice(1).filter((plan) => plan.cost <= known.cost)
        if (others.length === 0) expect(answer.person).toBeNull()
        else expect(answer.cost).toBe(Math.min(...others.map((plan) => plan.cost)))
      }),
    )
  })
})
