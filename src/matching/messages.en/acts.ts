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
