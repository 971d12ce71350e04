import type { Messages } from '../messages.ja/index.ts'

export const refusals: Messages['refusals'] = {
  'order-not-preparing': 'Work on this order has begun, so it cannot be changed. Agree the difference with the client and record a new order.',
  'order-ended': 'This order has already ended. Check its state.',
  'package-not-preparing': 'This package is published. Take it back to preparation, then change it.',
  'package-not-ready': (details) => `${details['count'] ?? ''} things must be mended before publishing. See “Readiness”.`,
  'package-not-published': 'This package is not published. Pass the readiness check first.',
  'package-in-use': 'Somebody was offered it or works on it, so it stays published. Copy it and change the copy.',
  'package-closed': 'This package is closed. Copy it and use the copy.',
  'offers-open': 'Offers are waiting for an answer. Withdraw them or wait.',
  'picture-missing': 'A picture of a step is not there or is no image. Choose it again.',
  'changes-missing': 'What changed is not written. Write it for those who read the version before.',
  'question-answered': 'Somebody has already answered. Load the page again.',
  'not-enough-units': (details) => `Only ${details['left'] ?? 0} are left. Choose fewer.`,
  'worker-not-available': 'One of the people cannot take work now. Choose again.',
  'already-offered': 'The same person already has an offer for this work. Wait for the answer or withdraw it.',
  'too-long-days': 'It would need more than eight hours a day until the due date. Choose fewer, or move the date.',
  'due-passed': 'The due date has passed. Choose work with a new date.',
  'offer-decided': 'This offer has been answered or withdrawn. Load the list again.',
  'offer-taken': 'This offer has been answered or withdrawn. See your offers.',
  'offer-expired': 'The day for the answer has passed. You can raise your hand again in the job list.',
  'terms-incomplete': 'Some terms are not filled in, so it cannot be accepted yet. Please wait until they are.',
  'pay-date-too-late': 'The pay date would be beyond the legal limit, so it cannot be accepted yet. Please tell your contact.',
  'lot-size': (details) => `You can take from ${details['least'] ?? ''} to ${details['most'] ?? ''}. Correct the number.`,
  'requirements-missing': 'Something this work needs is still missing. See what it is.',
  'more-than-left': (details) => `You can give back up to ${details['left'] ?? 0} that are not handed in. Correct the number.`,
}

export const faults: Messages['faults'] = {
  'day-out-of-range': 'Enter a date from 2000 to 2049.',
  'due-before-order': 'The due date must not be before the order.',
  'due-before-release': 'The due date must not be before the start.',
  'lot-above-units': 'The smallest share must not be above the number of units.',
  'skill-twice': 'A skill is chosen twice. Choose it once.',
}
