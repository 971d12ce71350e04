import type { RoleName } from '../../src/programme/rules/roles.ts'
import { signIn } from './demo.ts'
import type { EverydayCall } from './steady.ts'

/** What each role of the demo looks at when it works, most of it several times a day. */
const looksAt: Partial<Record<RoleName, readonly string[]>> = {
  worker: [
    'delivery/my-home',
    'orders/offers',
    'orders/jobs',
    'delivery/my-work',
    'money/my-money',
    'people/my-record',
    'platform/notifications',
    'programme/programme',
  ],
  leader: ['delivery/leader-home', 'delivery/inspection-queue', 'platform/notifications'],
  director: [
    'delivery/director-home',
    'orders/orders',
    'people/workers',
    'delivery/inspection-queue',
    'platform/notifications',
    'people/counts',
  ],
  coordinator: ['people/workers', 'people/counts', 'people/waiting', 'platform/notifications', 'programme/municipalities'],
  sales: ['sales/clients', 'orders/won-orders', 'orders/orders', 'platform/notifications'],
  office: [
    'money/office-home',
    'money/closes',
    'money/statements',
    'money/costs',
    'money/profit',
    'people/counts',
    'platform/notifications',
  ],
  client: ['delivery/client-home', 'delivery/client-deliveries', 'money/my-invoices'],
  officer: ['people/counts', 'indicators/years', 'indicators/definitions'],
  administrator: ['programme/memberships', 'programme/audit-log'],
}
const shareOfWrites = 8

let written = 0
const newClient = () => ({
  name: `Load ${process.pid}-${++written}`,
  nameKana: '',
  postalAddress: '',
  contactName: '',
  contactEmail: '',
  contactPhone: '',
  paymentTerms: '',
  paymentDueDays: 30,
  isPublicBody: false,
  note: '',
})

/** Signs every role of a demo in and answers a mixture of their requests, one in eight a write. */
export async function everydayCalls(url: string): Promise<EverydayCall[]> {
  const calls: EverydayCall[] = []
  let writing: EverydayCall | undefined
  for (const [role, paths] of Object.entries(looksAt)) {
    const headers = await signIn(url, `${role}@demo.example`)
    for (const path of [...paths, ...paths]) calls.push({ url: new URL(`/api/${path}?input=%7B%7D`, url), headers })
    calls.push({ url: new URL('/api/session', url), headers: { cookie: headers.cookie } }, { url: new URL('/', url), headers: {} })
    if (role === 'sales') writing = { url: new URL('/api/sales/record-client', url), headers, body: newClient }
  }
  if (!writing) throw new Error('nobody writes')
  const write = writing
  // Spread, so that no role's requests come in one lump.
  const spread = calls.map((_, n) => calls[(n * 37) % calls.length]).filter((call) => call !== undefined)
  return spread.flatMap((call, n) => (n % (shareOfWrites - 1) === 0 ? [write, call] : [call]))
}
