/** The verbs that need the database. */
export const serverVerbs = [
  'start',
  'migrate',
  'verify',
  'act',
  'backup',
  'restore',
  'entrance',
  'invite',
  'remove-demo',
  'reset-secret',
] as const
export type ServerVerb = (typeof serverVerbs)[number]
