/** A small seeded generator (mulberry32): the same seed gives the same plan on every machine. */
export class Random {
  // Kept as a signed integer, which costs half of what any other number does.
  #state: number

  constructor(seed: number) {
    this.#state = Math.floor(seed) ^ 0x9e3779b9
  }

  /** A number in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  /** An integer in [0, below). */
  below(below: number): number {
    return Math.floor(this.next() * below)
  }
}

/** Shuffles in place (Fisher and Yates). */
export function shuffle(list: Int32Array, random: Random): Int32Array {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1)
    const kept = list[last]!
    list[last] = list[other]!
    list[other] = kept
  }
  return list
}
