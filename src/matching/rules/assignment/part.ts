import type { Block } from './knapsack.ts'

/** Some people and jobs of a block, with the order of the jobs of each person. */
export type Part = { readonly block: Block; readonly order: Int32Array }

/** Cuts people and jobs out of a block; `order` holds the jobs of each person of the block in about the order of profit per minute. */
export function partOf(block: Block, order: Int32Array, people: readonly number[], jobs: readonly number[]): Part {
  const count = jobs.length
  const cost = new Float64Array(people.length * count)
  const minutes = new Int32Array(cost.length)
  const place = new Int32Array(block.jobs).fill(-1)
  jobs.forEach((job, at) => (place[job] = at))
  const found = new Int32Array(cost.length)
  let to = 0
  people.forEach((person, row) => {
    const first = person * block.jobs
    for (let at = 0; at < count; at += 1) {
      cost[row * count + at] = block.cost[first + jobs[at]!]!
      minutes[row * count + at] = block.minutes[first + jobs[at]!]!
    }
    for (let at = first; at < first + block.jobs; at += 1) {
      const job = place[order[at]!]!
      if (job >= 0) found[to++] = job
    }
  })
  return {
    block: { people: people.length, jobs: count, capacity: Int32Array.from(people, (person) => block.capacity[person]!), cost, minutes },
    order: found,
  }
}
