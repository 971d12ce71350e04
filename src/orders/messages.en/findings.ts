import type { Messages } from '../messages.ja/index.ts'

export const findings: Messages['findings'] = {
  'summary-missing': 'The work is not described. Write it for somebody who sees it for the first time.',
  'specification-missing': 'Specification and quality are missing. Write what the inspection looks at.',
  'manual-unpublished': 'No manual is published. Write the steps and publish them.',
  'work-kind-undecided': 'Whether tax is withheld for this kind of work is undecided. Ask the office, or choose another kind.',
  'due-passed': 'The due date has passed. Enter a new one.',
  'due-after-promise': (p) => `The due date is after ${p['orderDueOn']}, which was promised to the client. Make it earlier.`,
  'inspection-after-promise': (p) =>
    `The inspection ends on ${p['inspectedOn']}, after the promised ${p['orderDueOn']}. Consider an earlier due date or fewer days.`,
  'lot-too-long': (p) =>
    `The smallest share (${p['units']}) takes ${p['days']} days even at eight hours a day. Move the due date or make the share smaller.`,
  'reference-unknown': 'No minimum wage is recorded as a reference. Ask the administrator to record it.',
  'reference-outdated': (p) =>
    `The minimum wage used as a reference took effect on ${p['validFrom']}, more than a year ago. Ask the administrator to record the new one.`,
  'price-below-reference': (p) =>
    `¥${p['hourlyYen']} an hour is below the reference of ¥${p['referenceYen']}. Pay ¥${p['sufficientYen']} or more for one, or write the reason.`,
  'price-explained': (p) => `¥${p['hourlyYen']} an hour is below the reference of ¥${p['referenceYen']}. The reason is on record.`,
  'pay-date-too-late': (p) =>
    `Paying on day ${p['payDay']} of the next month misses the limit of 60 days from receipt in some months. Ask the administrator to set day 29 or earlier.`,
  'pay-date-over-target': (p) =>
    `Received on the due date, it is paid on ${p['payOn']}, day ${p['days']}: within the law’s 60 days, beyond the guideline’s 30.`,
  'operator-name-missing': 'The name of the recruiter is missing. Ask the administrator to enter it in the programme’s settings.',
  'operator-address-missing': 'The address of the recruiter is missing. Ask the administrator to enter it in the programme’s settings.',
  'operator-contact-missing': 'The contact of the recruiter is missing. Ask the administrator to enter it in the programme’s settings.',
  'work-place-missing': 'The place of work is missing. Write it in the texts of the terms.',
  'expenses-missing': 'Expenses are missing. Write who bears them.',
  'intellectual-property-missing': 'Intellectual property is missing. Write whether it is transferred and paid for.',
  'personal-data-missing': 'Personal data is missing. If there is none, say so.',
  'contact-missing': 'The contact is missing. Write a person and how to reach them.',
  'site-needed': (p) => `Work of class ${p['securityClass']} is done at a site. Choose one.`,
  'site-class-too-low': (p) => `The chosen site is of class ${p['siteClass']}; the work needs ${p['securityClass']}. Choose another site.`,
  'independence-unreviewed': 'The place is fixed. Check that the worker decides time, order and method, and tick the box.',
  'nobody-fits': 'Nobody fits. Review skills, equipment and date, or plan a course.',
}
