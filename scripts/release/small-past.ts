import type { DemoPast } from '../../src/main/demo/demo.ts'
import { type City, currentFacts, workerFacts, yearFacts } from '../../src/main/demo/facts.ts'
import { fiscalYearOf } from '../../src/units/fiscal-year.ts'

/** So many people of each city; the live weeks of the demo need them in two. */
const kept: Record<City, number> = { omachi: 9, shiojiri: 16, azumino: 4, itoigawa: 4 }
/** One from which the planner learns, the one of the sheet, and one whose pay falls into the two calendar years of the payment records. */
const fiscalYears = [2021, 2022, 2024]
const paidMonths = 2

/** The demo with a tenth of its people and a few months: a dump of it stays small. */
export function smallPast(): DemoPast {
  const everybody = workerFacts()
  const chosen = Object.entries(kept).flatMap(([city, count]) => everybody.filter((worker) => worker.city === city).slice(0, count))
  const numbers = new Map(chosen.toSorted((a, b) => a.number - b.number).map(({ number }, at) => [number, at + 1]))
  const renumbered = <Fact>(facts: readonly Fact[], numberOf: (fact: Fact) => number, withNumber: (fact: Fact, number: number) => Fact) =>
    facts.flatMap((fact) => {
      const number = numbers.get(numberOf(fact))
      return number === undefined ? [] : [withNumber(fact, number)]
    })
  const workers = renumbered(
    everybody,
    ({ number }) => number,
    (worker, number) => ({ ...worker, number }),
  )
  const years = fiscalYears.map((fiscalYear) => {
    const whole = yearFacts(fiscalYear, everybody)
    const deliverables = renumbered(
      whole.deliverables,
      ({ worker }) => worker,
      (each, worker) => ({ ...each, worker }),
    )
    return { ...whole, deliverables, orders: whole.orders.filter(({ index }) => deliverables.some(({ order }) => order === index)) }
  })
  return { workers, years: (_, today) => [...years, currentFacts(fiscalYearOf(today), paidMonths, workers)] }
}
