/** What people do here, in the words of the log. */
export const area = 'matching'
export const acts: Readonly<Record<string, string>> = {
  'ask-for-plan': 'Ask for a plan',
  'refresh-plan': 'Refresh a plan',
  'stop-plan': 'Stop a plan',
  'discard-plan': 'Discard a plan',
  'make-plan-offers': 'Make the offers of a plan',
  'pin-pair': 'Pin a person to a package',
  'forbid-pair': 'Forbid a person and a package',
  'free-pair': 'Free a pair',
}

/** The fields of these acts, as the log says them; what several areas say alike stands in `src/main/web/`. */
export const fields: Readonly<Record<string, string>> = { days: 'Days of the plan', chosen: 'Chosen offers', agreed: 'Hand-over agreed' }
/** What the records of this area are. */
export const things: Readonly<Record<string, string>> = { plan: 'Plan' }
