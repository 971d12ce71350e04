/** Where the figures of an indicator come from. */
export const sources = ['earners', 'orders-thousand-yen', 'profit-thousand-yen', 'adopting-municipalities'] as const
export type Source = (typeof sources)[number]

/** How many of what a source counts make one printed unit: money is counted in yen and printed in 千円. */
export const scaleOf = (source: Source): number => (source === 'orders-thousand-yen' || source === 'profit-thousand-yen' ? 1_000 : 1)
