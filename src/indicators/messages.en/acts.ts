/** What people do here, in the words of the log. */
export const area = 'indicators'
export const acts: Readonly<Record<string, string>> = {
  'define-indicator': 'Define an indicator',
  'edit-sheet': 'Write an evaluation sheet',
  'publish-sheet': 'Publish an evaluation sheet',
}

/** The fields of these acts, as the log says them; what several areas say alike stands in `src/main/web/`. */
export const fields: Readonly<Record<string, string>> = {
  position: 'Position',
  unit: 'Unit',
  direction: 'Direction',
  mode: 'Counting',
  source: 'Source',
  baselineFiscalYear: 'Baseline year',
  baselineValue: 'Baseline',
  localShare: 'Local share',
  targets: 'Targets',
  typed: 'Typed parts',
  indicatorId: 'Indicator',
}
export const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  direction: { up: 'Up', down: 'Down' },
  mode: { increment: 'Increment', level: 'Level' },
  source: {
    earners: 'Earners',
    'orders-thousand-yen': 'Orders (¥1,000)',
    'profit-thousand-yen': 'Profit (¥1,000)',
    'adopting-municipalities': 'Adopting municipalities',
  },
}
/** What the records of this area are. */
export const things: Readonly<Record<string, string>> = { indicator: 'Indicator', sheet: 'Evaluation sheet' }
