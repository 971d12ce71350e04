/** The areas in the order of the architecture: an area knows only those before it. Each brings its own pages, actions, events and jobs. */
export const areaOrder = [
  'programme',
  'people',
  'training',
  'places',
  'sales',
  'orders',
  'matching',
  'delivery',
  'money',
  'indicators',
  'playbook',
] as const
export type Area = (typeof areaOrder)[number]
