import { newId, type ActionContext } from '../../platform/action.ts'
import type { Db } from '../../platform/db/db.ts'

export const findSkill = (db: Db, id: string) => db.selectFrom('people.skill').selectAll().where('id', '=', id).executeTakeFirst()

export const listSkills = (db: Db) =>
  db
    .selectFrom('people.skill as s')
    .selectAll('s')
    .select((e) =>
      e
        .selectFrom('people.worker_skill as k')
        .innerJoin('people.worker as w', (join) => join.onRef('w.programme_id', '=', 'k.programme_id').onRef('w.id', '=', 'k.worker_id'))
        .whereRef('k.programme_id', '=', 's.programme_id')
        .whereRef('k.skill_id', '=', 's.id')
        .where('w.state', 'in', ['registered', 'active'])
        .select((f) => f.fn.countAll<number>().as('count'))
        .as('worker_count'),
    )
    .orderBy('s.name_ja')
    .limit(500)
    .execute()

export const skillForUpdate = (db: Db, id: string) =>
  db.selectFrom('people.skill').select('id').where('id', '=', id).forUpdate().executeTakeFirst()

/** The highest level in which anybody has the skill, 0 where nobody has it. */
export async function highestLevelHeld(db: Db, skillId: string): Promise<number> {
  const row = await db
    .selectFrom('people.worker_skill')
    .select((e) => e.fn.max('level').as('level'))
    .where('skill_id', '=', skillId)
    .executeTakeFirst()
  return row?.level ?? 0
}

export async function updateSkill(db: Db, skill: { skillId: string; nameJa: string; nameEn: string; highestLevel: number }): Promise<void> {
  await db
    .updateTable('people.skill')
    .set({ name_ja: skill.nameJa, name_en: skill.nameEn, highest_level: skill.highestLevel })
    .where('id', '=', skill.skillId)
    .execute()
}

/** Null when the key is taken. */
export async function insertSkill(
  { db, programmeId, now }: ActionContext,
  skill: { key: string; nameJa: string; nameEn: string; highestLevel: number },
): Promise<string | null> {
  const id = newId(now.getTime())
  const inserted = await db
    .insertInto('people.skill')
    .values({
      programme_id: programmeId,
      id,
      key: skill.key,
      name_ja: skill.nameJa,
      name_en: skill.nameEn,
      highest_level: skill.highestLevel,
    })
    .onConflict((c) => c.columns(['programme_id', 'key']).doNothing())
    .executeTakeFirst()
  return Number(inserted.numInsertedOrUpdatedRows) === 1 ? id : null
}

export const findWorkerSkill = (db: Db, workerId: string, skillId: string) =>
  db.selectFrom('people.worker_skill').selectAll().where('worker_id', '=', workerId).where('skill_id', '=', skillId).executeTakeFirst()

/** Sets a level with its evidence; level 0 takes the skill away. */
export async function setWorkerSkill(
  { db, programmeId, today }: ActionContext,
  given: { workerId: string; skillId: string; level: number; evidence: string },
): Promise<void> {
  const { workerId, skillId, level, evidence } = given
  if (level === 0) {
    await db.deleteFrom('people.worker_skill').where('worker_id', '=', workerId).where('skill_id', '=', skillId).execute()
    return
  }
  await db
    .insertInto('people.worker_skill')
    .values({ programme_id: programmeId, worker_id: workerId, skill_id: skillId, level, evidence, evidenced_on: today })
    .onConflict((c) => c.columns(['programme_id', 'worker_id', 'skill_id']).doUpdateSet({ level, evidence, evidenced_on: today }))
    .execute()
}
