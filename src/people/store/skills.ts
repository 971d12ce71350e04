import { newId, type ActionContext } from '../../platform/action.ts'
import type { Db } from '../../platform/db/db.ts'
import { sameTenant } from '../../platform/db/listing.ts'
import type { Evidence } from '../rules/skills.ts'

export const findSkill = (db: Db, id: string) => db.selectFrom('people.skill').selectAll().where('id', '=', id).executeTakeFirst()

export const listSkills = (db: Db) =>
  db
    .selectFrom('people.skill as s')
    .select(['s.id', 's.key', 's.nameJa', 's.nameEn', 's.highestLevel'])
    .select((e) =>
      e
        .selectFrom('people.worker_skill as k')
        .innerJoin('people.worker as w', (join) => sameTenant(join, 'w.id', 'k.workerId'))
        .whereRef('k.programmeId', '=', 's.programmeId')
        .whereRef('k.skillId', '=', 's.id')
        .where('w.state', 'in', ['registered', 'active'])
        .select((f) => f.fn.countAll<number>().as('count'))
        .as('workerCount'),
    )
    .orderBy('s.nameJa')
    .limit(500)
    .execute()

export const skillForUpdate = (db: Db, id: string) =>
  db.selectFrom('people.skill').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** The highest level in which anybody has the skill, 0 where nobody has it. */
export async function highestLevelHeld(db: Db, skillId: string): Promise<number> {
  const row = await db
    .selectFrom('people.worker_skill')
    .select((e) => e.fn.max('level').as('level'))
    .where('skillId', '=', skillId)
    .executeTakeFirst()
  return row?.level ?? 0
}

export async function updateSkill(
  db: Db,
  { skillId, ...skill }: { skillId: string; nameJa: string; nameEn: string; highestLevel: number },
): Promise<void> {
  await db.updateTable('people.skill').set(skill).where('id', '=', skillId).execute()
}

/** Null when the key is taken. */
export async function insertSkill(
  { db, programmeId, now }: ActionContext,
  skill: { key: string; nameJa: string; nameEn: string; highestLevel: number },
): Promise<string | null> {
  const id = newId(now.getTime())
  const inserted = await db
    .insertInto('people.skill')
    .values({ ...skill, programmeId, id })
    .onConflict((c) => c.columns(['programmeId', 'key']).doNothing())
    .executeTakeFirst()
  return Number(inserted.numInsertedOrUpdatedRows) === 1 ? id : null
}

export const findWorkerSkill = (db: Db, workerId: string, skillId: string) =>
  db.selectFrom('people.worker_skill').selectAll().where('workerId', '=', workerId).where('skillId', '=', skillId).executeTakeFirst()

/** Sets a level with its evidence; level 0 takes the skill away. */
export async function setWorkerSkill(
  { db, programmeId, today }: ActionContext,
  given: { workerId: string; skillId: string; level: number; evidence: Evidence },
): Promise<void> {
  const { workerId, skillId, level, evidence } = given
  if (level === 0) {
    await db.deleteFrom('people.worker_skill').where('workerId', '=', workerId).where('skillId', '=', skillId).execute()
    return
  }
  await db
    .insertInto('people.worker_skill')
    .values({ programmeId, workerId, skillId, level, evidence, evidencedOn: today })
    .onConflict((c) => c.columns(['programmeId', 'workerId', 'skillId']).doUpdateSet({ level, evidence, evidencedOn: today }))
    .execute()
}
