import { dualValue } from './certify.ts'
import type { Compiled } from '../problem/compile.ts'
import { Random, shuffle } from '../random.ts'
import { noPrices, type Prices, type Question, questionAt } from './question.ts'
import { anyDay, Response } from './response.ts'
import { tuning } from './tuning.ts'

/** Units by arc, and seat minutes by day of on-site arcs, in the mean of many answers; close to what the linear relaxation would do. */
export type Mean = { readonly units: Float32Array; readonly seatMinutes: Map<number, Float32Array> }

/**
 * Prices that follow demand. People answer the prices in small groups in a fixed order that was shuffled once; everybody in the window counts with
 * the last answer, so that each price change sees the demand of all. The average of a round's prices is what the round answers.
 */
export class Tatonnement {
  readonly #compiled: Compiled
  readonly #chunks: number
  readonly #response: Response
  readonly #prices: Prices
  readonly #order: Int32Array
  /** The part of all people whose answers count. */
  #part = 1
  #next = 0
  #oldest = 0
  /** Each person's last answer as places in the demand and amounts, at most `kept` of them, the best first. */
  readonly #lastPlace: Int32Array
  readonly #lastAmount: Float32Array
  readonly #lastCount: Uint8Array
  readonly #kept: number
  /** Units asked for by package, then seat minutes by site and day, then by package minutes of review asked for, then those offered. */
  readonly #demand: Float64Array
  readonly #firstReview: number
  /** What is asked for, summed over the rounds that are averaged; null before. */
  #asked: Mean | null = null
  /** How often everybody was asked since, on average: a round asks only a part. */
  #averaged = 0
  /** Worth of a typical minute, the unit of the steps. */
  readonly #scale: number
  readonly #seatScale: number
  /** What nobody gains more than by a unit and by a minute in a seat; dearer is never better for the bound. */
  readonly #dearest: Pick<Prices, 'package' | 'seat'>

  constructor(compiled: Compiled, seed: number, chunks: number) {
    const people = compiled.workers.length
    this.#compiled = compiled
    this.#chunks = chunks
    this.#response = new Response(compiled)
    this.#prices = noPrices(compiled)
    this.#order = shuffledBlocks(people, seed)
    this.#kept = Math.min(tuning.mostKept, this.#response.pieces)
    this.#lastPlace = new Int32Array(people * this.#kept)
    this.#lastAmount = new Float32Array(people * this.#kept)
    this.#lastCount = new Uint8Array(people)
    this.#firstReview = compiled.packages.length + compiled.seats.length
    this.#demand = new Float64Array(this.#firstReview + 2 * compiled.packages.length)
    this.#scale = typicalWorth(compiled)
    this.#seatScale = compiled.seats.reduce((sum, minutes) => sum + minutes, 0) / Math.max(1, compiled.seats.length)
    this.#dearest = dearestOf(compiled)
  }

  value(prices: Prices): number {
    return dualValue(this.#compiled, prices, this.#response)
  }

  current(): Prices {
    return { package: this.#prices.package.slice(), seat: this.#prices.seat.slice(), review: this.#prices.review.slice() }
  }

  /** Goes on from other prices. */
  moveTo(prices: Prices): void {
    for (const list of ['package', 'seat', 'review'] as const) this.#prices[list].set(prices[list])
  }

  /** From now on the answers are summed. */
  startMean(): void {
    this.#asked ??= { units: new Float32Array(this.#compiled.arcCount), seatMinutes: new Map() }
  }

  /** The mean of the rounds since `startMean`, null without it. */
  mean(): Mean | null {
    if (this.#asked === null) return null
    const mean = (sums: Float32Array) => sums.map((sum) => sum / this.#averaged)
    return { units: mean(this.#asked.units), seatMinutes: new Map(Array.from(this.#asked.seatMinutes, ([arc, days]) => [arc, mean(days)])) }
  }

  /** Asks a part of all people, with price changes in between, and counts the answers of the last so many; answers the average prices. */
  round(step: number, part: number): Prices {
    const sum = noPrices(this.#compiled)
    const all = this.#order.length
    const people = Math.min(all, Math.max(tuning.leastAsked, Math.floor(all * part)))
    if (this.#asked !== null) this.#averaged += people / all
    for (let chunk = 0; chunk < this.#chunks; chunk += 1) {
      const question = questionAt(this.#compiled, this.#prices)
      const count = Math.floor(((chunk + 1) * people) / this.#chunks) - Math.floor((chunk * people) / this.#chunks)
      for (let asked = 0; asked < count; asked += 1) this.#askNext(people, question)
      this.#movePrices(step / this.#chunks)
      this.#addTo(sum)
    }
    for (const list of ['package', 'seat'] as const)
      sum[list].forEach((price, at) => (sum[list][at] = Math.min(price, this.#dearest[list][at]!)))
    return sum
  }

  #addTo(sum: Prices): void {
    for (const list of ['package', 'seat', 'review'] as const) {
      const prices = this.#prices[list]
      for (let at = 0; at < prices.length; at += 1) sum[list][at]! += prices[at]! / this.#chunks
    }
  }

  #askNext(window: number, question: Question): void {
    const order = this.#order
    this.#answer(order[this.#next % order.length]!, question)
    this.#next += 1
    for (; this.#next - this.#oldest > window; this.#oldest += 1) {
      // Somebody asked again since then has been forgotten already.
      if (this.#next - this.#oldest <= order.length) this.#forget(order[this.#oldest % order.length]!)
    }
    this.#part = (this.#next - this.#oldest) / order.length
  }

  #forget(worker: number): void {
    const first = worker * this.#kept
    for (let at = first; at < first + this.#lastCount[worker]!; at += 1) this.#demand[this.#lastPlace[at]!]! -= this.#lastAmount[at]!
    this.#lastCount[worker] = 0
  }

  #answer(worker: number, question: Question): void {
    const { arcCount, arcGrowth, arcMinutes, arcPackage, days, packageSite, packages, reviewShare } = this.#compiled
    const response = this.#response
    this.#forget(worker)
    response.free()
    response.ask(worker, question)
    for (let piece = 0; piece < response.taken; piece += 1) {
      const code = response.codes[piece]!
      const minutes = response.minutes[piece]!
      if (code >= arcCount) {
        this.#count(worker, this.#firstReview + packages.length + code - arcCount, minutes)
        continue
      }
      const pack = arcPackage[code]!
      const units = minutes / arcMinutes[code]!
      this.#count(worker, pack, units)
      const day = response.days[piece]!
      if (this.#asked !== null) this.#note(this.#asked, code, units, day, minutes)
      if (day !== anyDay) this.#count(worker, packages.length + packageSite[pack]! * days + day, minutes)
      if (arcGrowth[code] === 1) this.#count(worker, this.#firstReview + pack, minutes * reviewShare[pack]!)
    }
  }

  #note({ seatMinutes, units }: Mean, arc: number, more: number, day: number, minutes: number): void {
    units[arc]! += more
    if (day === anyDay) return
    const days = seatMinutes.get(arc) ?? new Float32Array(this.#compiled.days)
    days[day]! += minutes
    seatMinutes.set(arc, days)
  }

  #count(worker: number, place: number, amount: number): void {
    if (this.#lastCount[worker] === this.#kept) return
    const at = worker * this.#kept + this.#lastCount[worker]!++
    this.#lastPlace[at] = place
    this.#lastAmount[at] = amount
    // What is forgotten later must be the same number.
    this.#demand[place]! += this.#lastAmount[at]!
  }

  #movePrices(step: number): void {
    const compiled = this.#compiled
    const prices = this.#prices
    const packages = prices.package.length
    const stride = step * this.#scale
    for (let pack = 0; pack < packages; pack += 1) {
      const units = compiled.fillable[pack]!
      if (units > 0)
        prices.package[pack] = moved(
          prices.package[pack]!,
          (this.#demand[pack]! / this.#part - units) / units,
          stride * compiled.unitMinutes[pack]!,
        )
    }
    for (let seat = 0; seat < prices.seat.length; seat += 1) {
      const minutes = Math.max(compiled.seats[seat]!, this.#seatScale)
      if (minutes > 0)
        prices.seat[seat] = moved(
          prices.seat[seat]!,
          (this.#demand[packages + seat]! / this.#part - compiled.seats[seat]!) / minutes,
          stride,
        )
    }
    for (const pack of compiled.reviewers.keys()) {
      const asked = this.#demand[this.#firstReview + pack]!
      const offered = this.#demand[this.#firstReview + packages + pack]!
      const minutes = Math.max(asked, offered)
      if (minutes > 1) prices.review[pack] = moved(prices.review[pack]!, (asked - offered) / minutes, stride)
    }
  }
}

function moved(price: number, excess: number, stride: number): number {
  return Math.max(0, price + stride * Math.max(-1, Math.min(tuning.mostExcess, excess)))
}

/** Everybody in blocks of neighbours, single people in small problems; the blocks in random order. */
function shuffledBlocks(people: number, seed: number): Int32Array {
  const size = Math.max(1, Math.min(tuning.largestBlock, Math.floor(people / 1000)))
  const blocks = shuffle(
    Int32Array.from({ length: Math.ceil(people / size) }, (_, block) => block),
    new Random(seed),
  )
  const order = new Int32Array(people)
  let at = 0
  for (const block of blocks) {
    for (let worker = block * size; worker < Math.min(people, (block + 1) * size); worker += 1) order[at++] = worker
  }
  return order
}

function dearestOf(compiled: Compiled): Pick<Prices, 'package' | 'seat'> {
  const { arcCount, arcMinutes, arcPackage, arcValue, packages, seats } = compiled
  const unit = new Float64Array(packages.length)
  let minute = 0
  for (let arc = 0; arc < arcCount; arc += 1) {
    const pack = arcPackage[arc]!
    unit[pack] = Math.max(unit[pack]!, arcValue[arc]!)
    minute = Math.max(minute, arcValue[arc]! / arcMinutes[arc]!)
  }
  return { package: unit, seat: new Float64Array(seats.length).fill(minute) }
}

/** Worth of a minute in the mean of all arcs. */
export function typicalWorth(compiled: Compiled): number {
  let worth = 0
  for (let arc = 0; arc < compiled.arcCount; arc += 1) worth += compiled.arcValue[arc]! / compiled.arcMinutes[arc]!
  return worth / Math.max(1, compiled.arcCount)
}
