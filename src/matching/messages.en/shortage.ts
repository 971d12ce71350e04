import type { Messages } from '../messages.ja/index.ts'

export const unfilled: Messages['plan']['unfilled'] = {
  empty: 'All work is shared out',
  emptyText: 'Nothing is left over.',
  left: (units: string, unit: string, minutes: string) => `${units} ${unit} left (${minutes})`,
  gates: {
    skill: 'Nobody has the skill',
    equipment: 'Nobody has the equipment',
    site: 'Nobody who can works at this site',
    forbidden: 'Everybody who could is excluded by a setting',
    declined: 'Everybody who could has declined it or given it back',
    window: 'There are no days left until the due date',
    lot: 'Less than the smallest share is left, or no free time is long enough for one',
    hours: 'Those who can have no more free time',
    seats: 'The site has too few seats',
    review: 'Reviewers have no more time',
  },
  skill: (name: string, level: string, have: string, near: string) =>
    `${name} level ${level}: ${have} people can, ${near} are one level short`,
  act: 'What to do',
  overdue: 'Overdue work',
  overdueText: (units: string, unit: string) => `${units} ${unit} left. Set a new due date to plan it.`,
  openPackage: 'Open the package',
  try: 'Try',
  tryOf: (remedy: string) => `Try: ${remedy}`,
  all: 'Everything of it could be shared out.',
  allStill: 'Everything of it can still be shared out.',
  less: (before: string, after: string, unit: string) => `What is left falls from ${before} to ${after} ${unit}.`,
  more: (before: string, after: string, unit: string) => `What is left rises from ${before} to ${after} ${unit}.`,
  same: 'By itself this changes nothing for this work.',
  onTime: (percent: string) => `Chance to be on time: ${percent}`,
  minutes: (before: string, after: string) => `Time shared out in all: ${before} → ${after}`,
  otherMore: (count: string) => `${count} other packages change too`,
  other: (title: string, before: string, after: string) => `Left over of “${title}”: ${before} → ${after}`,
  later: (date: string) => `With ${date} as the due date:`,
}

export const remedies: Messages['plan']['remedies'] = {
  train: (people: string, skill: string, level: string, minutes: string) =>
    `Train ${people} people to ${skill} level ${level}: then about ${minutes} more could be shared out`,
  equip: (people: string, item: string, minutes: string) =>
    `Lend equipment (${item}) to ${people} people: about ${minutes} more could be shared out`,
  seats: (seats: string) => `Add ${seats} seats`,
  seatsOn: (seats: string, weekday: string) => `Add ${seats} seats on ${weekday}`,
  hours: (people: string, minutes: string) => `Ask the ${people} who can for ${minutes} more of free time`,
  'ask-city': (city: string, minutes: string) => `Ask ${city}, where most of those who can live, to help with ${minutes}`,
  due: 'Talk to the client about the due date',
  lot: (minutes: string) => `Make the smallest share smaller (now ${minutes})`,
  'lift-rule': 'Look at the settings again, or ask those who declined at another time',
  review: 'Find more reviewers (leaders)',
  invite: (people: string) => `Find ${people} people who can use this site`,
}

export const whatIf: Messages['plan']['whatIf'] = {
  tryDue: 'Try a date',
  tryDueOf: (title: string) => `Try a date: ${title}`,
  dueTitle: (title: string) => `Another due date for “${title}”`,
  dueText: 'Choose a date and see at once what follows. Neither the plan nor the due date changes yet.',
  due: 'Due date to try',
  openPackage: 'Open the package',
  chooseLearners: 'Try with people',
  learnersTitle: (skill: string, level: string) => `People close to ${skill} level ${level}`,
  learnersText: 'See how much more could be shared out if each of the chosen people rose by one level.',
  learners: 'Choose people',
  learner: (person: string, city: string, level: string, rest: string) => `${person} (${city}), level ${level} now, ${rest} free`,
  noLearners: 'Nobody with free time left lacks this skill.',
  try: (people: string) => `Try with the ${people} chosen`,
  raised: (people: string) => `With one level more for ${people}:`,
}

export const weekdays: Messages['plan']['weekdays'] = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays']
