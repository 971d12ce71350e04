import type { Messages } from '../messages.ja/index.ts'
import { reasons } from './changes.ts'

type Details = Readonly<Record<string, string | number>>

/** Why a pair cannot be kept, by the gate that is closed. */
const closed: Readonly<Record<string, string>> = {
  skill: 'The level of a skill is too low to keep this pair. Offer training, or choose somebody else.',
  equipment: 'Equipment is missing, so this pair cannot be kept. Lend it, or choose somebody else.',
  site: 'This person does not use the site of this work. Choose somebody else.',
  forbidden: 'This person has this work already, or an offer of it. Wait for the answer or the delivery.',
  declined: 'This person declined this work or gave it back, and is not asked again. Choose somebody else.',
  window: 'This person has no free time in these days. Ask for free hours, or look at the due date.',
  lot: 'One share does not fit into the free time until the due date. Look at the smallest share, or at the due date.',
}

export const refusals: Messages['refusals'] = {
  'already-running': 'A plan is being made. Wait until it is ready, or stop it.',
  'nothing-to-plan': 'No published work has units left. Publish a work package first.',
  'not-running': 'This plan is ready already. Reload the page.',
  'plan-in-use': 'A plan that is being made, or that was offered, cannot be put away.',
  'plan-not-open': 'Offers were made from this plan already. Make a new plan.',
  'not-in-plan': 'One of the pairs is not in this plan. Reload the page.',
  'not-enough-units': (details: Details) =>
    `Things changed after the plan. “${details['title'] ?? ''}” has ${details['left'] ?? 0} left, ` +
    `not the ${details['wanted'] ?? ''} to be offered. Leave it out, or make a new plan.`,
  'package-not-published': 'Some of the work was closed after the plan. Make a new plan.',
  'worker-not-available': 'Somebody can no longer take work. Make a new plan.',
  'already-offered': 'Somebody was offered the same work after the plan. Make a new plan.',
  'too-long-days': 'One of the offers needs more than eight hours a day. Leave it out.',
  'due-passed': 'The due date of some work has passed. Make a new plan.',
  'answer-after-due': 'The day to answer by is after some of the chosen work is due. Choose a day until the first due date.',
  'answer-day-passed': 'The day to answer by has passed. Choose a later one.',
  'hand-over-not-agreed': 'The person has not agreed yet to hand the promised work over. Talk to them, then tick the box.',
  'more-than-left':
    'Something was handed in or given back after this was found, so the amounts changed. Put it away and wait for a new proposal.',
  'no-longer-holds': (details: Details) => {
    const why = Object.entries(reasons).find(([reason]) => reason === details['reason'])?.[1] ?? ''
    const others = Number(details['more'] ?? 0) > 0 ? ` More pairs that no longer hold: ${details['more']}.` : ''
    return `“${details['title'] ?? ''}” for ${details['person'] ?? ''} no longer holds: ${why}.${others} Bring the plan up to date.`
  },
  'person-not-open': 'This person cannot take work now. Look at the state of the registration.',
  'work-not-open': 'This work is not published, is due, or has no units left. Look at the work package.',
  'gate-closed': (details: Details) => closed[String(details['gate'])] ?? 'The two do not fit as things are. Look at the reasons.',
  'units-do-not-fit': (details: Details) =>
    details['most'] === undefined
      ? 'One share does not fit into the limit this person has set. Ask the person, or choose somebody else.'
      : `This person can keep ${details['least'] ?? 1} to ${details['most']}. Change the number.`,
  'no-such-rule': 'This setting was taken away already.',
}

export const faults: Messages['faults'] = {
  'day-out-of-range': 'Enter a date from 2000 to 2049.',
  'day-passed': 'Enter a date after today.',
}
