import { tuning } from './tuning.ts'

/** A point of a convex function with its value and a slope there. */
export type Point = { readonly at: number; readonly value: number; readonly slope: number }

/** Where a convex function of pieces is about least between two points, by the meeting point of the slopes on both sides (Kelley 1960). */
export function leastBetween(look: (at: number) => Point, left: Point, right: Point): Point {
  let low = left
  let high = right
  let best = low.value < high.value ? low : high
  for (let tries = 0; tries < tuning.slopeTries && low.slope < 0 && high.slope > 0; tries += 1) {
    const meet = (low.value - high.value + high.slope * high.at - low.slope * low.at) / (high.slope - low.slope)
    const middle = look(meet)
    if (middle.value < best.value) best = middle
    if (middle.slope < 0) low = middle
    else high = middle
  }
  return best
}
