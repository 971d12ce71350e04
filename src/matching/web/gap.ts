/** How much more work than a plan holds any plan could hold at most, from the part of the bound that is not reached; rounded up to a tenth of a percent. */
export function moreWork(gap: number): string {
  return `${(Math.ceil((gap / (1 - gap)) * 1000 - 1e-9) / 10).toFixed(1)}%`
}
