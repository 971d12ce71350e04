/** A small seeded generator (mulberry32), so that the demo is the same on every machine. Values in [0, 1). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const pick = <T>(random: () => number, from: readonly T[]): T => {
  const item = from[Math.floor(random() * from.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

/** `total` split into `parts` whole numbers of similar size that add up to it exactly. */
export function splitEvenly(random: () => number, total: number, parts: number): number[] {
  const weights = Array.from({ length: parts }, () => 0.5 + random())
  const sum = weights.reduce((a, b) => a + b, 0)
  const shares = weights.map((weight) => Math.floor((total * weight) / sum))
  const rest = total - shares.reduce((a, b) => a + b, 0)
  shares[0] = (shares[0] ?? 0) + rest
  return shares
}
