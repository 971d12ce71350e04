/** Constants of the search; `node bin/kado-dev trial-matching --rooms search` measures what each is worth, on problems drawn afresh. */
export const tuning = {
  /** A first plan begins at prices a little too low: at exact ones everybody indifferent turns away. Seats only where mean answers guide it. */
  packageDiscount: 0.95,
  seatDiscount: 0.9,
  /** A package that nobody has taken while all its people have passed is cheaper by this part of its price, and by this part of a typical worth. */
  pricePull: 0.4,
  worthPull: 0.025,
  /** Work that is a smaller part of somebody's minutes than this is no offer of its own. */
  leastPart: 0.05,
  /** An exchange that costs more than this part of a typical minute's worth is no step on the way to idle time. */
  dearestStep: 0.1,
  furthest: 7,
  /** Exchanges kept for one package, and how deep chains go before and after they know the way. */
  widest: 8,
  deepest: 3,
  deepestAimed: 6,
  /** What one more exchange counts in the order of exchanges, as a part of the worth of the package. */
  stepCost: 0.02,
  givenPriceWeight: 0.3,
  /** People looked at for one package; in larger lists the place to begin is random. */
  chainLooks: 600,
  /** Rounds of chains over the open packages; fewer where together they would be more packages than this. */
  chainRounds: 3,
  packagesInChains: 6000,
  /** Exchanges tried for one package. */
  exchanges: 40,
  /** People looked at to find one who has a package. */
  holderLooks: 150,
  /** This part of the rebuilds begins with the best whole lots for one after the other, for so many answers each. */
  wellPart: 0.05,
  wellAnswers: 8,
  /** How much the wanted package is liked in every second rebuild, as a part of a typical minute's worth. */
  liked: 0.1,
  /** People who are taken apart together. */
  people: 3,
  /** Noise in the order of a rebuild, as a part of the worth of a typical minute. */
  noise: 0.02,
  /** The draw by lost worth is renewed after so many rebuilds. */
  redraw: 200,
  /** Rebuilds between two looks at what they gained; as many as there are people where those are more. */
  leastPatience: 600,
  /** Rebuilds: enough to go round everybody a few times. */
  rebuildsAtLeast: 1250,
  rebuildsEach: 2.5,
  rebuildsAtMost: 20_000,
  /**
   * Nobody would notice what is gained nearer to the bound than this part, or where the search gains less than that one; both shrink with the
   * pairs below so many, where an early end would save no time.
   */
  closeEnough: 5e-4,
  leastGain: 5e-5,
  arcsAtEase: 10_000,
  /** For each package the people with the most of what they wanted may give; those with the least are asked, fewer of them where pairs are many. */
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
