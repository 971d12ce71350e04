/**
 * Constants of the search. Figures say by how many points of a per cent the mean certified gap is larger without one, over 30 problems of 500 × 200
 * and 30 of 120 × 48 that it had never seen (`node bin/kado-dev trial-matching`); limits of looks keep large problems fast.
 */
export const tuning = {
  /** A first plan begins at prices a little too low: at exact ones everybody indifferent turns away: +0.13 and +0.02. */
  packageDiscount: 0.95,
  /** A package that nobody has taken while all its people have passed is cheaper by this part of its price, and by this part of a typical worth. */
  pricePull: 0.4,
  worthPull: 0.025,
  /** Work that is a smaller part of somebody's minutes than this is no offer of its own; 0: +0.03 in the worst kind, 7 % more time. */
  leastPart: 0.05,
  /** Exchanges kept for one package, and how deep chains go; half as wide: +0.02 in the worst kind. */
  widest: 8,
  deepest: 3,
  /** People looked at for one package; in larger lists the place to begin is random. */
  chainLooks: 600,
  /** Rounds of chains over the open packages; fewer where together they would be more packages than this; one: +0.02 in the worst kind. */
  chainRounds: 3,
  packagesInChains: 6000,
  /** Exchanges tried for one package. */
  exchanges: 40,
  /** People looked at to find one who has a package. */
  holderLooks: 150,
  /** People who are taken apart together. */
  people: 3,
  /** Noise in the order of a rebuild, as a part of the worth of a typical minute; none: +0.01 in the worst kind. */
  noise: 0.02,
  /**
   * The draw by lost worth is renewed after so many rebuilds; what was gained is looked at after as many as there are people. Without half of the
   * rebuilds +0.03 at 120 × 48.
   */
  redraw: 200,
  rebuilds: 2500,
  /**
   * Nobody would notice what is gained nearer to the bound than this part, or where the search gains less than that one; both shrink with the
   * pairs below so many, where an early end would save no time. Without them 22 % and 7 % more time.
   */
  closeEnough: 5e-4,
  leastGain: 5e-5,
  arcsAtEase: 10_000,
  /**
   * For each package the people with the most of what they wanted may give; those with the least are asked, fewer of them where pairs are many.
   * One donor: fairness −0.65 and −0.94 points; 4 receivers: −0.11 and −0.14.
   */
  donors: 3,
  receivers: 12,
  fewestReceivers: 4,
  receiversInAll: 12_000_000,
  fairLooks: 300,
  /** Pairs of lots that are looked at for swaps, spread evenly over the packages: at 500 × 200 a tenth of the time for 7 to 9 % fewer offers. */
  swapLooks: 120_000,
  swapLooksPerArc: 0.02,
  riskyLots: 4,
} as const
