/**
 * Constants of the price search and the bound. Figures say by how many points of a per cent the mean certified gap is larger without one, over 30
 * problems of 500 × 200 and 30 of 120 × 48 that it had never seen (`node bin/kado-dev trial-matching`); those for large problems cost time there.
 */
export const tuning = {
  /** A round's step as a part of the last round's; 0.85: +0.34 and +0.12, 0.96: 0.02 and 0.05 less, in 40 % more time. */
  shrink: 0.92,
  /** Where work is reviewed the power of it; with the line on what still falls, on reviewed work: +0.07. */
  reviewedShrink: 0.8,
  /** The last step, as a part of a typical minute's worth, twice of it: 10 % less time; with many people it grows with their number to the power of 0.4. */
  lastStep: 2e-3,
  lastStepOfMany: 5e-5,
  /** Price changes in a round of one person; they grow with the number of people to the power of 0.2; half: 5 % less time, +0.02 in the worst kind. */
  changes: 5,
  /** The part of all people who are asked in a round is this ÷ (√step × people^0.3), at most all; half: +0.01; so many people at least, without: +0.06. */
  asked: 0.9,
  leastAsked: 64,
  /** Answers are averaged below this step, never: +0.38 and +0.71; once so great a part of the people is asked, which matters where they are very many. */
  meanBelow: 0.03,
  meanFrom: 0.5,
  /** The bound is looked at below this ÷ √people, never: +0.09 in the worst kind; every few rounds, at each: 16 % more time. */
  lookBelow: 0.27,
  lookEvery: 4,
  /** Where work is reviewed steps do not shrink while the bound falls by this part from one look to the next, up to so many rounds. */
  stillFalls: 2e-4,
  mostRounds: 300,
  /** Margins nearer to each other than this part of a typical minute's worth are one level, worth a look from so many packages on; from 1: 10 % more time. */
  nearby: 0.02,
  fewestInLevel: 8,
  /** The first shift of a level, as a part of a typical minute's worth; the next ones are twice as far; twice: +0.03 in the worst kind. */
  firstShift: 0.05,
  /** Prices so near to a whole worth per minute are put there; never: +0.03 on work that is reviewed. */
  nearRound: 0.03,
  /** Rounds over the on-site packages of a person in which prices for their lots are sought; none: +0.06, on site +0.36. */
  lotRounds: 3,
  slopeTries: 12,
  /** Answers per person that the certificate may ask for, one: +0.04; and all people together: in large problems lots are small beside all. */
  answersEach: 12,
  answersInAll: 60_000,
  /** Pieces of somebody's last answer that are remembered; 8: +2.08. */
  mostKept: 32,
  /** Neighbours in memory are asked together, which is faster in large problems. */
  largestBlock: 32,
  /**
   * Demand may exceed the supply by so many times its size before a price moves no faster; once: +0.62, without end: +0.17. People alike want the
   * same at the same time, so demand comes in waves; where the crests do not count, prices stay too low.
   */
  mostExcess: 8,
} as const
