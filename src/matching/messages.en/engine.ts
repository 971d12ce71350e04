import { formatMinutes, minutes } from '../../units/minutes.ts'
import type { EngineMessages } from '../messages.ja/engine.ts'

/** Exact, because a rounded figure can make a true sentence look false. */
const hours = (value: number): string => formatMinutes(minutes(value), 'en')
const list = (names: readonly string[]) => names.join(', ')
/** Days are told from 1, as people count them. */
const day = (index: number) => `day ${index + 1}`

export const en: EngineMessages = {
  constraints: {
    skill: {
      label: 'Skill and level',
      text: 'Every skill is at least at the level asked. Where a reviewer stands by, one skill may be one level short.',
    },
    equipment: { label: 'Equipment', text: 'The person has all the equipment that the work needs.' },
    site: { label: 'Site', text: 'Work at a site is for people who use that site.' },
    forbidden: { label: 'Pair taken out', text: 'A pair that a director has taken out is never offered.' },
    declined: { label: 'Declined', text: 'Work that was declined is not offered again, and declining costs nothing.' },
    window: { label: 'Days to work', text: 'The person has free time between release and due day.' },
    lot: { label: 'Smallest lot', text: 'The smallest lot fits into the free time before the due day.' },
    hours: { label: 'Free time by day', text: 'No day holds more minutes than the person has free on it.' },
    ceiling: { label: 'Own ceiling', text: 'The ceiling that the person has set for the period holds.' },
    seats: { label: 'Seat time', text: 'A site gives no more seat minutes on a day than it has.' },
    demand: { label: 'Demand', text: 'No more units are offered than the package has.' },
    lotSize: { label: 'Size of a lot', text: 'Every offer lies between the smallest and the largest lot.' },
    indivisible: { label: 'Undivided work', text: 'Work that cannot be divided goes to one person whole.' },
    review: { label: 'Review time', text: 'Growth work has its share of a reviewer’s time.' },
    accepted: { label: 'Accepted work', text: 'Accepted work is never moved.' },
  },
  reasons: {
    'skill-short': (reason) => `${reason.skill} level ${reason.asked} is needed; now level ${reason.had}.`,
    'skill-met': (reason) => `${reason.skill}: level ${reason.had} for the level ${reason.asked} asked.`,
    'equipment-missing': (reason) => `Missing equipment: ${list(reason.items)}.`,
    'other-site': (reason) =>
      `The work is done at ${reason.asked}; ${reason.had === null ? 'no site is registered' : `the registered site is ${reason.had}`}.`,
    'pair-forbidden': () => 'A director has taken this pair out.',
    'declined-before': () => 'This work was declined, so it is not offered again.',
    'no-hours-in-window': (reason) => `No free time from ${day(reason.releaseDay)} to ${day(reason.dueDay)}.`,
    'lot-does-not-fit': (reason) =>
      `The smallest lot takes ${hours(reason.lotMinutes)}; ${hours(reason.freeMinutes)} are free from ${day(reason.releaseDay)} to ${day(reason.dueDay)}.`,
    accepted: (reason) => `${reason.units} units are accepted.`,
    offered: (reason) => `${reason.units} units (${hours(reason.minutes)}) fit by ${day(reason.lastDay)}; due on ${day(reason.dueDay)}.`,
    grows: (reason) => `Work to grow in ${reason.skill}, with ${hours(reason.reviewMinutes)} of review.`,
    'hours-taken': (reason) =>
      `${hours(reason.freeMinutes)} are left in the days of this work, and the smallest lot takes ${hours(reason.lotMinutes)}.`,
    'ceiling-reached': (reason) =>
      `${hours(reason.minutes)} of the own ceiling of ${hours(reason.ceiling)} are planned; the smallest lot takes ${hours(reason.lotMinutes)}.`,
    'all-given': (reason) => `All ${reason.units} units are with ${reason.people} other people.`,
    'rest-too-small': (reason) => `${reason.unitsLeft} units are left, less than the smallest lot of ${reason.lotUnits}.`,
    'seats-taken': (reason) =>
      `${reason.site} has ${hours(reason.seatMinutesLeft)} of seats left on this person's free days; the smallest lot takes ${hours(reason.lotMinutes)}.`,
    'reviewers-taken': (reason) =>
      `The smallest lot needs ${hours(reason.reviewMinutes)} of review; the reviewers have ${hours(reason.freeMinutes)} left.`,
    'given-to': (reason) => `The job is with ${reason.worker} (cost ${reason.cost}; here it would be ${reason.costHere}).`,
    'no-room': (reason) => `${reason.usedMinutes} of the capacity of ${reason.ceiling} are used, and the job takes ${reason.minutes}.`,
    'would-fit': (reason) => `${reason.units} more units would fit.`,
    scarce: (reason) =>
      `There is less of this work than people could do: one more minute of it would add about ${reason.price.toFixed(2)} to the plan.`,
    'next-in-line': (reason) => `Should somebody decline, next in line: ${list(reason.workers)}.`,
  },
  shortages: {
    skill: { label: 'Skill', text: 'Nobody has the skill at this level. Train people or ask a partner municipality.' },
    equipment: { label: 'Equipment', text: 'Nobody has the equipment. Think of lending it.' },
    site: { label: 'Site', text: 'Nobody uses that site.' },
    forbidden: { label: 'Pairs taken out', text: 'Every pair that could do it is taken out.' },
    declined: { label: 'Declined', text: 'Everybody who could do it has declined. Look at the due day or the terms.' },
    window: { label: 'Days', text: 'Nobody has free time in these days. Look at the due day.' },
    lot: {
      label: 'Smallest lot',
      text: 'What is left is less than the smallest lot, or the smallest lot fits nobody’s time. Look at the smallest lot.',
    },
    hours: { label: 'Time', text: 'Everybody who can do it is fully booked.' },
    seats: { label: 'Seats', text: 'The seats of the site are used up. Add seats or look at the due day.' },
    review: { label: 'Reviewers', text: 'The reviewers have no time left.' },
  },
  gap: (percent) => `No plan can finish more than ${percent} % more work than this one.`,
  proof: (proof) => {
    const needed = `${list(proof.packages)} together need at least ${hours(proof.neededMinutes)} from ${day(proof.fromDay)} to ${day(proof.toDay)}`
    if (proof.site !== null) return `${needed}; the seats of ${proof.site} on these days are ${hours(proof.availableMinutes)} together.`
    return proof.people === 0
      ? `${needed}; nobody can do them.`
      : `${needed}; all ${proof.people} eligible people together have ${hours(proof.availableMinutes)}.`
  },
}
