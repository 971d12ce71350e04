/**
 * Constants of the price search and the bound. Figures say by how many points of a per cent the mean certified gap is larger without one:
 * (a) twelve problems of 500 × 200, (b) eleven of 120 × 48, (c) two reviewed ones of 500 × 200 at load 0.85. A line without a figure waits for
 * `node bin/kado-dev trial-matching`.
 */
export const tuning = {
  /** A round's step as a part of the last round's; (a) 0.90 instead of 0.93: +0.02 and 25 % less time; (b) 0.85: +0.11. */
  shrink: 0.92,
  /** Where work is reviewed the power of it; (c) 1: +0.25. */
  reviewedShrink: 0.8,
  /** The last step, as a part of a typical minute's worth; where people are many it grows with their number to the power of 0.4. */
  lastStep: 2e-3,
  lastStepOfMany: 5e-5,
  /** Price changes in a round of one person; they grow with the number of people to the power of 0.2; (b) half: +0.03. */
  changes: 5,
  /** The part of all people who are asked in a round is this ÷ (√step × people^0.3), at most all, and so many people at least; (b) 1: +0.04. */
  asked: 0.9,
  leastAsked: 64,
  /**
   * Answers are averaged below this step, once so great a part of the people is asked: the mean is spread thinly where people are very many and
   * alike. Only from all people on: +0.015 at 10,000 × 1,000.
   */
  meanBelow: 0.03,
  meanFrom: 0.5,
  /** The bound is looked at below this ÷ √people, every few rounds; (c) never: +0.56, never with whole levels moved: +0.18. */
  lookBelow: 0.27,
  lookEvery: 4,
  /** Where work is reviewed steps do not shrink while the bound falls by this part from one look to the next, up to so many rounds. */
  stillFalls: 2e-4,
  mostRounds: 300,
  /** Margins nearer to each other than this part of a typical minute's worth are one level, worth a look from so many packages on. */
  nearby: 0.02,
  fewestInLevel: 8,
  /** The first shift of a level, as a part of a typical minute's worth; the next ones are twice as far. */
  firstShift: 0.05,
  /** Answers that tries of round prices may ask for in all, counted in pairs; (a) none: +0.04, 3 % less time. */
  snapLooks: 7_000_000,
  /** Rounds over the on-site packages of a person in which prices for their lots are sought; (b) none: +0.12, on site +0.39. */
  lotRounds: 3,
  slopeTries: 12,
  slopeCloseness: 1e-7,
  /** Answers per person that the certificate may ask for, and all people together: in large problems lots are small beside all; (b) one: +0.04. */
  answersEach: 12,
  answersInAll: 60_000,
  /** Pieces of somebody's last answer that are remembered; (b) 8: +1.18. */
  mostKept: 32,
  /** Neighbours in memory are asked together, which is faster in large problems. */
  largestBlock: 32,
  /**
   * Demand may exceed the supply by so many times its size before a price moves no faster; (b) once: +0.03, in the worst kind +0.21. People alike want the same
   * at the same time, so demand comes in waves; where the crests do not count, prices stay too low.
   */
  mostExcess: 8,
} as const
