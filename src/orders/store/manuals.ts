import { type Expression } from 'kysely'
import { z } from 'zod'
import type { Reach } from '../../platform/access.ts'
import type { Db } from '../../platform/db/db.ts'
import { keyset, readPage, sameTenant } from '../../platform/db/listing.ts'
import type { Paging } from '../../platform/shapes.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import { manualStep, type ManualStep } from '../rules/manual-step.ts'
import { orderInReach } from './reach.ts'
import { standingOffers } from './units.ts'

const stepsOf = (stored: unknown): ManualStep[] => z.array(manualStep).parse(stored)

export async function saveDraft(
  db: Db,
  draft: { programmeId: string; packageId: string; steps: readonly ManualStep[]; by: string; now: Date },
): Promise<void> {
  const values = { steps: JSON.stringify(draft.steps), savedBy: draft.by, savedAt: draft.now.toISOString() }
  await db
    .insertInto('orders.manual_draft')
    .values({ programmeId: draft.programmeId, packageId: draft.packageId, ...values })
    .onConflict((conflict) => conflict.columns(['programmeId', 'packageId']).doUpdateSet(values))
    .execute()
}

export async function latestVersion(db: Db, packageId: string): Promise<number | null> {
  const row = await db
    .selectFrom('orders.manual_version')
    .select((e) => e.fn.max('version').as('version'))
    .where('packageId', '=', packageId)
    .executeTakeFirst()
  return row?.version ?? null
}

/** Stores a version for good and drops the draft. The package is locked, so numbers have no gap. */
export async function publishVersion(
  db: Db,
  {
    steps,
    by,
    now,
    ...version
  }: {
    programmeId: string
    packageId: string
    version: number
    steps: readonly ManualStep[]
    changes: string
    by: string
    now: Date
  },
): Promise<void> {
  await db
    .insertInto('orders.manual_version')
    .values({ ...version, steps: JSON.stringify(steps), publishedBy: by, publishedAt: now.toISOString() })
    .execute()
  await db.deleteFrom('orders.manual_draft').where('packageId', '=', version.packageId).execute()
}

/** The draft, or what was published last to go on from. */
export async function readDraft(db: Db, packageId: string) {
  const draft = await db
    .selectFrom('orders.manual_draft')
    .select(['steps', 'savedAt'])
    .where('packageId', '=', packageId)
    .executeTakeFirst()
  const published = await db
    .selectFrom('orders.manual_version')
    .select(['version', 'steps'])
    .where('packageId', '=', packageId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    steps: stepsOf(draft?.steps ?? published?.steps ?? []),
    savedAt: draft?.savedAt ?? null,
    publishedVersion: published?.version ?? null,
  }
}

export async function doesVersionExist(db: Db, packageId: string, version: number): Promise<boolean> {
  const row = await db
    .selectFrom('orders.manual_version')
    .select('version')
    .where('packageId', '=', packageId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether the worker has an open offer or agreed work in the package. */
export async function worksOn(db: Db, packageId: string, workerId: string, today: CalendarDate): Promise<boolean> {
  const row = await standingOffers(db, packageId, today).where('f.workerId', '=', workerId).executeTakeFirst()
  return row !== undefined
}

export async function saveReading(
  db: Db,
  { now, ...reading }: { programmeId: string; packageId: string; workerId: string; version: number; checked: readonly number[]; now: Date },
): Promise<void> {
  const checked = [...new Set(reading.checked)].sort((a, b) => a - b)
  await db
    .insertInto('orders.manual_reading')
    .values({ ...reading, readAt: now.toISOString(), checked })
    .onConflict((conflict) => conflict.columns(['programmeId', 'packageId', 'workerId', 'version']).doUpdateSet({ checked }))
    .execute()
}

/** The manual in a version, for a worker (with what they ticked off and may read of the questions) or for those who lead. */
export async function readManual(db: Db, packageId: string, wanted: number | null, workerId: string | null) {
  const work = await db.selectFrom('orders.package').select(['id', 'title', 'specification']).where('id', '=', packageId).executeTakeFirst()
  if (!work) return null
  const versions = await db
    .selectFrom('orders.manual_version')
    .select(['version', 'changes', 'publishedAt', 'steps'])
    .where('packageId', '=', packageId)
    .orderBy('version', 'desc')
    .execute()
  const shown = wanted === null ? versions[0] : versions.find((each) => each.version === wanted)
  if (wanted !== null && !shown) return null
  return {
    packageId,
    title: work.title,
    specification: work.specification,
    version: shown?.version ?? null,
    changes: shown?.changes ?? '',
    publishedAt: shown?.publishedAt ?? null,
    steps: stepsOf(shown?.steps ?? []),
    versions: versions.map(({ version, changes, publishedAt }) => ({ version, changes, publishedAt })),
    reading: workerId === null ? null : await readReading(db, packageId, workerId, shown?.version ?? 0),
    questions: await questionsOnPackage(db, packageId, workerId),
  }
}

async function readReading(db: Db, packageId: string, workerId: string, version: number) {
  const rows = await db
    .selectFrom('orders.manual_reading')
    .select(['version', 'checked'])
    .where('packageId', '=', packageId)
    .where('workerId', '=', workerId)
    .orderBy('version', 'desc')
    .execute()
  return { version: rows[0]?.version ?? null, checked: rows.find((row) => row.version === version)?.checked ?? [] }
}

const questionRows = (db: Db) =>
  db
    .selectFrom('orders.question as q')
    .innerJoin('orders.package as p', (join) => sameTenant(join, 'p.id', 'q.packageId'))
    .innerJoin('orders.client_order as o', (join) => sameTenant(join, 'o.id', 'p.orderId'))
    .innerJoin('people.worker as w', (join) => sameTenant(join, 'w.id', 'q.workerId'))
    .select(['q.id', 'q.packageId', 'p.title as packageTitle', 'o.number as orderNumber', 'q.step', 'q.text', 'q.askedAt'])
    .select(['q.workerId', 'w.displayName as workerName', 'q.answer', 'q.answeredAt', 'q.isShared'])

type QuestionRow = Awaited<ReturnType<ReturnType<typeof questionRows>['execute']>>[number]

/** A worker reads who asked only where it was they themself. */
const questionOf = (row: QuestionRow, workerId: string | null) => ({
  ...row,
  workerName: workerId === null || workerId === row.workerId ? row.workerName : null,
  isOwn: workerId === row.workerId,
})

async function questionsOnPackage(db: Db, packageId: string, workerId: string | null) {
  const rows = await questionRows(db)
    .where('q.packageId', '=', packageId)
    .$if(workerId !== null, (query) =>
      query.where((e) =>
        e.or([e('q.workerId', '=', workerId ?? ''), e.and([e('q.isShared', '=', true), e('q.answeredAt', 'is not', null)])]),
      ),
    )
    .orderBy('q.askedAt', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => questionOf(row, workerId))
}

export async function insertQuestion(
  db: Db,
  question: { programmeId: string; id: string; packageId: string; workerId: string; step: number | null; text: string; now: Date },
): Promise<void> {
  const { programmeId, id, packageId, workerId, step, text, now } = question
  await db.insertInto('orders.question').values({ programmeId, id, packageId, workerId, step, text, askedAt: now.toISOString() }).execute()
}

export const questionForUpdate = (db: Db, questionId: string) =>
  db.selectFrom('orders.question').selectAll().where('id', '=', questionId).forUpdate().executeTakeFirst()

export async function answerQuestion(
  db: Db,
  questionId: string,
  answer: { text: string; share: boolean; by: string; now: Date },
): Promise<void> {
  await db
    .updateTable('orders.question')
    .set({ answer: answer.text, isShared: answer.share, answeredBy: answer.by, answeredAt: answer.now.toISOString() })
    .where('id', '=', questionId)
    .execute()
}

/** Questions in reach: the open ones oldest first, the answered ones newest first. */
export async function listQuestions(db: Db, reach: Reach, question: Paging & { state: 'open' | 'answered'; packageId: string | null }) {
  const isOpen = question.state === 'open'
  const found = db
    .selectFrom('orders.question as q')
    .innerJoin('orders.package as p', (join) => sameTenant(join, 'p.id', 'q.packageId'))
    .where((e) => orderInReach(reach, e.ref('p.orderId') as Expression<string>))
    .where('q.answeredAt', isOpen ? 'is' : 'is not', null)
    .$if(question.packageId !== null, (query) => query.where('q.packageId', '=', question.packageId ?? ''))
    .select('q.id')
  const cut = await readPage(found, keyset(question, { 'q.asked_at': 'timestamptz', 'q.id': 'uuid' }, isOpen ? 'asc' : 'desc'))
  const rows =
    cut.rows.length === 0
      ? []
      : await questionRows(db)
          .where(
            'q.id',
            'in',
            cut.rows.map((row) => row.id),
          )
          .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const shown = cut.rows.flatMap((row) => {
    const full = byId.get(row.id)
    return full ? [questionOf(full, null)] : []
  })
  return { ...cut, rows: shown }
}
