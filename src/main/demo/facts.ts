import { calendarDateOf, type CalendarDate } from '../../units/calendar-date.ts'
import { pick, randomOf, splitEvenly } from './random.ts'

/** The cities of the programme, in the order of the sheet; further adopters are entered without a name. */
export const cities = ['shiojiri', 'azumino', 'itoigawa', 'omachi'] as const
export type City = (typeof cities)[number]

/**
 * What each fiscal year's operations add up to. 2020–2022 are the values that the evaluation sheet of 令和4年度 implies
 * (earners of at least 10,000 yen, orders in yen); the years after it are invented and plainly demo data.
 */
export const years = [
  { fiscalYear: 2020, ordersYen: 250_000_000, earners: { shiojiri: 150, azumino: 62, itoigawa: 38, omachi: 0 } },
  { fiscalYear: 2021, ordersYen: 254_382_000, earners: { shiojiri: 184, azumino: 81, itoigawa: 52, omachi: 0 } },
  { fiscalYear: 2022, ordersYen: 311_230_000, earners: { shiojiri: 188, azumino: 85, itoigawa: 56, omachi: 21 } },
  { fiscalYear: 2023, ordersYen: 322_400_000, earners: { shiojiri: 192, azumino: 88, itoigawa: 58, omachi: 26 } },
  { fiscalYear: 2024, ordersYen: 330_150_000, earners: { shiojiri: 195, azumino: 90, itoigawa: 60, omachi: 27 } },
  { fiscalYear: 2025, ordersYen: 341_800_000, earners: { shiojiri: 198, azumino: 93, itoigawa: 61, omachi: 28 } },
] as const satisfies readonly { fiscalYear: number; ordersYen: number; earners: Record<City, number> }[]

/** Registered people by city at the end of fiscal year 2022: 500 in all, 31 of them in 大町市. */
const registered: Record<City, number> = { shiojiri: 272, azumino: 119, itoigawa: 78, omachi: 31 }

export interface WorkerFact {
  number: number
  city: City
  registeredOn: CalendarDate
}

/** The 500 people, in the order in which they registered. */
export function workerFacts(): WorkerFact[] {
  const random = randomOf(500)
  const facts: WorkerFact[] = []
  for (const city of cities) {
    for (let index = 0; index < registered[city]; index++) {
      // A city's people joined from its start until the end of fiscal year 2022, the first ones early enough to earn in its first year.
      const firstYear = city === 'omachi' ? 2022 : index < 155 * (registered[city] / registered.shiojiri) ? 2018 : 2020
      const lastYear = city === 'omachi' ? 2022 : firstYear === 2018 ? 2019 : 2021
      const month = city === 'omachi' ? 4 + Math.floor((index / registered.omachi) * 8) : 1 + Math.floor(random() * 12)
      const year = firstYear + Math.floor(random() * (lastYear - firstYear + 1))
      facts.push({ number: 0, city, registeredOn: calendarDateOf(year, Math.min(month, 12), 1 + Math.floor(random() * 28)) })
    }
  }
  facts.sort((a, b) => (a.registeredOn < b.registeredOn ? -1 : a.registeredOn > b.registeredOn ? 1 : 0))
  return facts.map((fact, index) => ({ ...fact, number: index + 1 }))
}

export interface DeliverableFact {
  worker: number
  order: number
  units: number
  unitPriceYen: number
  receivedOn: CalendarDate
}

export interface OrderFact {
  index: number
  client: number
  kind: number
  city: City
  amountYen: number
  orderedOn: CalendarDate
  acceptedOn: CalendarDate
}

export interface YearFacts {
  fiscalYear: number
  orders: OrderFact[]
  deliverables: DeliverableFact[]
  /** Operating costs of each month, April first; they make the year's profit what the sheet says: nothing. */
  monthlyCostsYen: number[]
}

const ordersInYear = 48
export const clientCount = 24
const kindCount = 6
/** Workers' fees as a share of the orders, in percent. */
const workerSharePercent = 62

/**
 * One fiscal year of finished work. Everything is received by the end of February, so that it is paid by the 25th of
 * March and the year's income is the year's work.
 */
export function yearFacts(fiscalYear: number, workers: readonly WorkerFact[]): YearFacts {
  const year = years.find((each) => each.fiscalYear === fiscalYear)
  if (!year) throw new Error(`no facts for ${fiscalYear}`)
  const random = randomOf(fiscalYear)
  const orders = splitEvenly(random, year.ordersYen / 1_000, ordersInYear).map((thousand, index): OrderFact => {
    const month = Math.floor((index / ordersInYear) * 10)
    return {
      index,
      client: index % clientCount,
      kind: index % kindCount,
      city: cities[index % (fiscalYear >= 2022 ? 4 : 3)] ?? 'shiojiri',
      amountYen: thousand * 1_000,
      orderedOn: dayOfFiscalYear(fiscalYear, month, 1 + Math.floor(random() * 9)),
      acceptedOn: dayOfFiscalYear(fiscalYear, month + 2, 3 + Math.floor(random() * 20)),
    }
  })
  const deliverables = cities.flatMap((city) => {
    const people = workers.filter((worker) => worker.city === city && worker.registeredOn < `${fiscalYear}-12-01`)
    if (people.length < year.earners[city]) throw new Error(`too few people in ${city} in ${fiscalYear}`)
    const share = Math.floor((year.ordersYen * workerSharePercent) / 100 / total(year.earners))
    const earning = people.slice(0, year.earners[city]).flatMap((worker) => earningWork(random, fiscalYear, worker, share, orders))
    // A few people tried one small piece of work: they worked, and did not earn 10,000 yen.
    const trying = people
      .slice(year.earners[city], year.earners[city] + 4)
      .map((worker) => deliverable(random, fiscalYear, worker, 3_000, 8, orders))
    return [...earning, ...trying]
  })
  leaveNoneEmpty(orders, deliverables)
  const workerYen = deliverables.reduce((sum, each) => sum + each.units * each.unitPriceYen, 0)
  return { fiscalYear, orders, deliverables, monthlyCostsYen: splitEvenly(random, year.ordersYen - workerYen, 12) }
}

/** How many work in the months of the current year that are over; live orders come on top. */
const currentPeople = 60
const currentMonthlyCostYen = 2_600_000

/** The current fiscal year up to a month that is paid, smaller than the finished years: an order a month and city, a few people each. */
export function currentFacts(fiscalYear: number, monthCount: number, workers: readonly WorkerFact[]): YearFacts {
  const random = randomOf(fiscalYear)
  const slots = Array.from({ length: monthCount }, (_, month) => cities.map((city) => ({ month, city }))).flat()
  const orders = slots.map(({ month, city }, index): OrderFact => ({
    index,
    client: index % clientCount,
    kind: index % kindCount,
    city,
    amountYen: 1_000 * (900 + Math.floor(random() * 700)),
    orderedOn: dayOfFiscalYear(fiscalYear, month, 1),
    acceptedOn: dayOfFiscalYear(fiscalYear, month, 28),
  }))
  // The first of each city, so that the people who sign in are among them.
  const people = cities.flatMap((city) => workers.filter((worker) => worker.city === city).slice(0, currentPeople / cities.length))
  const deliverables = orders.flatMap((order) => {
    const local = people.filter((worker) => worker.city === order.city)
    return local.map((worker) => ({
      ...deliverable(random, fiscalYear, worker, 8_000 + Math.floor(random() * 40_000), monthIndex(order.orderedOn), orders),
      order: order.index,
    }))
  })
  return { fiscalYear, orders, deliverables, monthlyCostsYen: Array.from({ length: monthCount }, () => currentMonthlyCostYen) }
}

/** Every order had somebody's work: one without takes over a piece that fits its time from an order that has several. */
function leaveNoneEmpty(orders: readonly OrderFact[], deliverables: DeliverableFact[]): void {
  const count = (order: number) => deliverables.filter((each) => each.order === order).length
  for (const order of orders.filter((each) => count(each.index) === 0)) {
    const piece = deliverables.find(
      (each) => order.orderedOn <= each.receivedOn && each.receivedOn <= order.acceptedOn && count(each.order) > 1,
    )
    if (!piece) throw new Error(`no work for order ${order.index}`)
    piece.order = order.index
  }
}

const total = (earners: Record<City, number>): number => cities.reduce((sum, city) => sum + earners[city], 0)

function earningWork(
  random: () => number,
  fiscalYear: number,
  worker: WorkerFact,
  shareYen: number,
  orders: OrderFact[],
): DeliverableFact[] {
  const pieces = 2 + Math.floor(random() * 3)
  const yearly = Math.max(24_000, Math.floor(shareYen * (0.25 + random() * 1.4)))
  const from = worker.registeredOn < `${fiscalYear}-04-01` ? 0 : Math.min(8, monthIndex(worker.registeredOn))
  return Array.from({ length: pieces }, (_, piece) => {
    const month = from + Math.floor(((11 - from) * (piece + random())) / pieces)
    return deliverable(random, fiscalYear, worker, Math.floor(yearly / pieces), month, orders)
  })
}

function deliverable(
  random: () => number,
  fiscalYear: number,
  worker: WorkerFact,
  aboutYen: number,
  month: number,
  orders: OrderFact[],
): DeliverableFact {
  const receivedOn = dayOfFiscalYear(fiscalYear, month, 2 + Math.floor(random() * 24))
  const unitPriceYen = 80 + 10 * Math.floor(random() * 20)
  const open = orders.filter((order) => order.orderedOn <= receivedOn && receivedOn <= order.acceptedOn)
  return {
    worker: worker.number,
    order: pick(random, open.length > 0 ? open : orders.slice(0, 1)).index,
    units: Math.max(1, Math.floor(aboutYen / unitPriceYen)),
    unitPriceYen,
    receivedOn,
  }
}

/** `month` counts from April as 0. */
function dayOfFiscalYear(fiscalYear: number, month: number, day: number): CalendarDate {
  return calendarDateOf(fiscalYear + (month >= 9 ? 1 : 0), ((month + 3) % 12) + 1, day)
}

const monthIndex = (date: CalendarDate): number => (Number(date.slice(5, 7)) + 8) % 12
