import { areaOrder } from '../../src/main/area-order.ts'

/** The order is the architecture: a folder imports only from folders before it. `ui` stands aside, see `mayImport`. */
export const areas = ['units', 'platform', ...areaOrder, 'main'] as const

export type Role = 'rules' | 'actions' | 'store' | 'contract' | 'routes' | 'jobs' | 'web' | 'messages' | 'documents'
type Area = (typeof areas)[number] | 'ui'

export interface Place {
  area: Area
  /** Null in units, platform, ui and main, which are freer inside. */
  role: Role | null
  isTest: boolean
}

const free: readonly string[] = ['units', 'platform', 'ui', 'main']
const shapes: [Role, RegExp][] = [
  ['rules', /^rules\//],
  ['actions', /^actions\/[^/]+$/],
  ['store', /^store(\.ts|\.test\.ts|\/)/],
  ['contract', /^contract(\.ts|\.test\.ts|\/)/],
  ['routes', /^routes(\.ts|\.test\.ts|\/)/],
  ['jobs', /^jobs(\.ts|\.test\.ts|\/)/],
  ['web', /^web\//],
  ['messages', /^messages\.(ja|en|easy)\//],
  ['documents', /^documents\//],
]

/** Where a file of `src/` stands, or a sentence that says why it may not stand there. */
export function placeOf(path: string): Place | string {
  const [, area = '', ...rest] = path.split('/')
  const inside = rest.join('/')
  const isTest = /\.test\.tsx?$/.test(path)
  if (!isArea(area)) return `unknown area: put it into one of ${areas.join(', ')} or ui`
  if (free.includes(area)) return { area, role: null, isTest }
  const role = shapes.find(([, shape]) => shape.test(inside))?.[0]
  return role ? { area, role, isTest } : `unknown role: an area holds only ${shapes.map(([name]) => name).join(', ')}`
}

const isArea = (name: string): name is Area => name === 'ui' || areas.some((area) => area === name)
const rank = (area: Area) => (area === 'ui' ? areas.indexOf('platform') : areas.indexOf(area))

interface Reach {
  here: readonly Role[]
  left: readonly Role[]
  /** What it may take of the platform: everything, or only what is pure (types, contracts, faults, page layout). */
  platform: 'all' | 'pure'
}

// A store may join the schemas to its left, so it and the routes may read through the stores there; only actions write.
// A store and a document may name the shapes of the contract: types only, see `mayImport`.
const reach: Record<Role, Reach> = {
  rules: { here: ['rules'], left: ['rules'], platform: 'pure' },
  actions: { here: ['contract', 'rules', 'store', 'actions', 'documents'], left: ['rules', 'actions', 'documents'], platform: 'all' },
  store: { here: ['store', 'rules'], left: ['rules', 'store'], platform: 'all' },
  contract: { here: ['contract', 'rules'], left: ['contract', 'rules'], platform: 'pure' },
  routes: {
    here: ['routes', 'contract', 'actions', 'store', 'rules', 'documents'],
    left: ['rules', 'documents', 'store'],
    platform: 'all',
  },
  jobs: { here: ['jobs', 'actions', 'rules', 'store'], left: ['rules'], platform: 'all' },
  web: { here: ['web', 'contract', 'rules', 'messages'], left: ['web', 'contract', 'rules'], platform: 'pure' },
  messages: { here: ['messages', 'rules', 'contract'], left: ['rules', 'messages'], platform: 'pure' },
  documents: { here: ['documents', 'rules'], left: ['rules', 'documents'], platform: 'all' },
}
const typesOfContract: readonly Role[] = ['store', 'documents', 'rules']
const purePlatform = /^src\/platform\/(contract|events|faults|access|csv|shapes|typed-text)\.ts$/

/** Null when the import is in order, or a sentence that says what to do instead. */
export function mayImport(from: Place, to: Place, toPath: string, isType: boolean): string | null {
  if (to.area === 'ui') return mayUseUi(from)
  if (from.area === 'ui') return mayUiUse(to, toPath, isType)
  if (rank(to.area) > rank(from.area))
    return `${from.area} stands left of ${to.area}: publish an event, or let ${from.area} own the idea and ${to.area} set it`
  if (from.isTest || from.role === null) return null
  const { here, left, platform } = reach[from.role]
  if (to.area === 'units') return null
  if (to.area === 'platform')
    return platform === 'all' || isType || purePlatform.test(toPath) ? null : `${from.role} is pure: take only types from the platform`
  if (to.role === null) return null
  const allowed = from.area === to.area ? here : left
  if (allowed.includes(to.role)) return null
  if (isType && to.role === 'contract' && typesOfContract.includes(from.role)) return null
  return `${from.role} may use ${allowed.join(', ')} ${from.area === to.area ? 'of its own area' : `of ${to.area}`}, not ${to.role}`
}

const mayUseUi = (from: Place) =>
  from.area === 'ui' || from.area === 'main' || from.role === 'web' || from.role === 'messages' || from.isTest ? null : 'only web uses ui'

function mayUiUse(to: Place, toPath: string, isType: boolean): string | null {
  if (to.area === 'units' || (to.area === 'platform' && (isType || purePlatform.test(toPath)))) return null
  return 'ui holds no business words: it uses only units and the pure part of the platform'
}
