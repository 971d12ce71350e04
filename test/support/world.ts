import type { Grant, Actor } from '../../src/platform/access.ts'
import { contextOf, newId, type ActionContext } from '../../src/platform/action.ts'
import type { Role, ScopeKind } from '../../src/platform/contract.ts'
import type { Database, Db } from '../../src/platform/db/db.ts'
import type { DB } from '../../src/platform/db/schema.generated.ts'
import '../../src/programme/rules/roles.ts'
import { sharedDatabase } from './database.ts'
import type { Insertable } from 'kysely'

type Row<Table extends keyof DB> = Insertable<DB[Table]>
type Some<Table extends keyof DB> = Partial<Row<Table>>

/**
 * A programme of its own in a database of its own. Builders insert rows straight away and return their ids; what a
 * builder needs and was not given it builds itself.
 */
export interface World {
  database: Database
  programmeId: string
  /** The day on which the world stands, and its instant. */
  today: string
  now: Date
  /** Runs in a transaction of this programme. */
  inside<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** What an action is given, for rules that are called without the door. */
  context(db: Db, actor?: Actor): ActionContext
  insert<Table extends keyof DB>(table: Table, row: Omit<Row<Table>, 'programmeId'>): Promise<void>
  count(table: keyof DB): Promise<number>
  user(name?: string): Promise<string>
  /** A signed-in person who holds one role; the scope is the programme unless given. */
  person(role: Role, scope?: { kind: ScopeKind; id: string }): Promise<Actor & { userId: string }>
  municipality(given?: Some<'programme.municipality'>): Promise<string>
  site(given?: Some<'programme.site'>): Promise<string>
  skill(given?: Some<'people.skill'>): Promise<string>
  /** A registered worker with an account; `actor` is that person. */
  worker(given?: Some<'people.worker'> & { freeMinutes?: number }): Promise<{ workerId: string; actor: Actor & { userId: string } }>
  client(given?: Some<'sales.client'>): Promise<string>
  workKind(given?: Some<'orders.work_kind'>): Promise<string>
  order(given?: Some<'orders.client_order'>): Promise<string>
  package(given?: Some<'orders.package'>): Promise<string>
  offer(given?: Some<'orders.offer'>): Promise<string>
  assignment(given?: Some<'orders.assignment'>): Promise<string>
  submission(given?: Some<'delivery.submission'>): Promise<string>
  acceptance(submissionId: string, given?: Some<'delivery.acceptance'>): Promise<void>
  close(): Promise<void>
}

let counter = 0
const next = () => ++counter

/** A new programme in the database that the suites of one worker share: row-level security keeps them apart, as in the product. */
export async function createWorld(options: { today?: string } = {}): Promise<World> {
  return createProgramme(await sharedDatabase(), options)
}

/** One more programme in the same database: the stranger of the tests of isolation. */
export async function createProgramme(database: Database, { today = '2026-11-20' }: { today?: string } = {}): Promise<World> {
  const programmeId = newId()
  const now = new Date(`${today}T03:00:00Z`)
  const inside: World['inside'] = (work) => database.transaction({ programmeId, userId: null }, work)
  const insert: World['insert'] = (table, row) =>
    inside(
      async (db) =>
        void (await db
          .insertInto(table)
          .values({ ...row, programmeId } as never)
          .execute()),
    )

  await insert('programme.programme', {
    name: `Programme ${next()}`,
    operatorName: 'Operator',
    operatorAddress: 'Address 1',
    operatorContact: 'contact@operator.example',
    operatorRepresentative: 'Representative',
    operatorInvoiceNumber: 'T7000012050002',
    firstFiscalYear: 2024,
    lastFiscalYear: 2028,
    secondFactorRequired: false,
  })

  const world: World = {
    database,
    programmeId,
    today,
    now,
    inside,
    insert,
    context: (db, actor = { userId: 'system', grants: [], fresh: true }) => contextOf(db, programmeId, actor, now),
    count: (table) =>
      inside(async (db) => {
        const { count } = await db
          .selectFrom(table)
          .select((e) => e.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
        return count
      }),
    async user(name = 'Person') {
      const id = `user-${newId()}`
      await inside(async (db) => {
        await db
          .insertInto('platform.user')
          .values({ id, name, email: `${id}@people.example` })
          .execute()
      })
      return id
    },
    async person(role, scope = { kind: 'programme', id: programmeId }) {
      const userId = await world.user(role)
      await insert('programme.membership', { id: newId(), userId, role, scopeKind: scope.kind, scopeId: scope.id })
      const grants: Grant[] = [{ role, scopeKind: scope.kind, scopeId: scope.id }]
      return { userId, grants, fresh: true }
    },
    municipality: (given = {}) => add('programme.municipality', { code: null, name: `City ${next()}`, joinedOn: '2024-04-01', ...given }),
    site: async (given = {}) =>
      add('programme.site', {
        municipalityId: given.municipalityId ?? (await world.municipality()),
        name: `Site ${next()}`,
        prefecture: '長野県',
        openedOn: '2024-04-01',
        ...given,
      }),
    skill: (given = {}) => add('people.skill', { key: `skill-${next()}`, nameJa: 'Skill', nameEn: 'Skill', ...given }),
    async worker({ freeMinutes = 120, ...given } = {}) {
      const id = given.id ?? newId()
      const actor = await world.person('worker', { kind: 'self', id })
      const number = next()
      await add('people.worker', {
        id,
        number,
        userId: actor.userId,
        state: 'active',
        name: `Worker ${number}`,
        kana: 'ワーカー',
        displayName: `Worker ${number}`,
        email: `worker-${number}@people.example`,
        prefecture: '長野県',
        municipalityId: given.municipalityId ?? (await world.municipality()),
        equipment: ['pc'],
        appliedOn: '2025-04-01',
        registeredOn: '2025-05-01',
        ...given,
      })
      for (let weekday = 1; weekday <= 7; weekday++) await insert('people.free_minutes', { workerId: id, weekday, minutes: freeMinutes })
      return { workerId: id, actor }
    },
    client: (given = {}) => add('sales.client', { name: `Client ${next()}`, postalAddress: 'Address 2', ...given }),
    workKind: (given = {}) =>
      add('orders.work_kind', { key: `kind-${next()}`, nameJa: 'Work', nameEn: 'Work', withholding: 'not-subject', ...given }),
    order: async (given = {}) =>
      add('orders.client_order', {
        number: `J-${next()}`,
        clientId: given.clientId ?? (await world.client()),
        title: 'Order',
        orderedOn: '2026-11-01',
        dueOn: '2026-12-20',
        amountYen: 300_000,
        state: 'running',
        ...given,
      }),
    package: async (given = {}) =>
      add('orders.package', {
        orderId: given.orderId ?? (await world.order()),
        title: 'Package',
        summary: 'Summary',
        specification: 'Specification',
        workKindId: given.workKindId ?? (await world.workKind()),
        units: 100,
        unitName: 'row',
        unitMinutes: 6,
        unitPriceYen: 120,
        releaseOn: '2026-11-01',
        dueOn: '2026-12-10',
        state: 'ready',
        ...given,
      }),
    offer: async (given = {}) =>
      add('orders.offer', {
        packageId: given.packageId ?? (await world.package()),
        workerId: given.workerId ?? (await world.worker()).workerId,
        units: 10,
        minutes: 60,
        unitPriceYen: 120,
        dueOn: '2026-12-10',
        state: 'open',
        offeredBy: 'system',
        ...given,
      }),
    async assignment(given = {}) {
      const packageId = given.packageId ?? (await world.package())
      const workerId = given.workerId ?? (await world.worker()).workerId
      const units = given.units ?? 10
      const unitPriceYen = given.unitPriceYen ?? 120
      const offerId = given.offerId ?? (await world.offer({ packageId, workerId, units, unitPriceYen, state: 'accepted' }))
      return add('orders.assignment', {
        offerId,
        packageId,
        workerId,
        units,
        unitPriceYen,
        feeYen: units * unitPriceYen,
        taxYen: Math.floor((units * unitPriceYen) / 10),
        orderedOn: '2026-11-10',
        dueOn: '2026-12-10',
        inspectionCompleteOn: '2026-12-17',
        payOn: '2027-01-25',
        noticeDocumentId: given.noticeDocumentId ?? (await notice(workerId)),
        acceptedAt: now.toISOString(),
        ...given,
      })
    },
    async submission(given = {}) {
      const assignmentId = given.assignmentId ?? (await world.assignment())
      const assignment = await inside((db) =>
        db.selectFrom('orders.assignment').selectAll().where('id', '=', assignmentId).executeTakeFirstOrThrow(),
      )
      return add('delivery.submission', {
        assignmentId,
        workerId: assignment.workerId,
        packageId: assignment.packageId,
        units: assignment.units,
        receivedAt: now.toISOString(),
        receivedOn: today,
        ...given,
      })
    },
    acceptance: (submissionId, given = {}) =>
      insert('delivery.acceptance', { submissionId, acceptedOn: today, acceptedBy: 'system', firstPass: true, ...given }),
    close: async () => {},
  }

  async function add<Table extends keyof DB>(table: Table, row: Record<string, unknown>): Promise<string> {
    const id = typeof row['id'] === 'string' ? row['id'] : newId()
    await insert(table, { ...row, id } as never)
    return id
  }
  const notice = (workerId: string) =>
    add('platform.document', {
      kind: 'test-notice',
      number: `N-${next()}`,
      template: 'test',
      transactionOn: today,
      counterpartyId: workerId,
      counterpartyName: 'Worker',
      data: '{}',
      sha256: Buffer.alloc(32),
      issuedAt: now.toISOString(),
      retainUntil: '2037-06-30',
    })
  return world
}
