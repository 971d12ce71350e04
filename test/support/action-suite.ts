import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { execute, Failure, newId, type Action, type Request } from '../../src/platform/action.ts'
import type { Actor } from '../../src/platform/access.ts'
import type { WriteContract } from '../../src/platform/contract.ts'
import { roleNames, scopesOf } from '../../src/programme/rules/roles.ts'
import { createProgramme, createWorld, type World } from './world.ts'

export interface Arranged<C extends WriteContract> {
  actor: Actor
  input: z.input<C['input']>
}

export interface Suite<C extends WriteContract> {
  /** The day of the test's world. */
  today?: string
  /** Makes a state in which the action succeeds. Called afresh for each test. */
  arrange(world: World): Promise<Arranged<C>>
  /** Looks at what the action answered and wrote. */
  check(world: World, output: z.input<C['output']>, input: z.input<C['input']>): Promise<void>
  /** One state for each refusal code of the contract; `shown-apart` where it takes more than a state and has a test of its own. */
  refusals: { [Code in C['refusals'][number]]: ((world: World) => Promise<Arranged<C>>) | 'shown-apart' }
  /** The input names no record of the tenant, so there is nothing of another tenant to be found. */
  namesNoRecord?: boolean
  /** Inputs that the schema must refuse, with the path of the fault. */
  invalid?: { input: unknown; path: string }[]
}

/** Tests that every action passes: success, refusals, wrong tenant, wrong role, repeated, logged, dry run. */
export function actionSuite<C extends WriteContract>(action: Action<C>, suite: Suite<C>): void {
  const { contract } = action
  const name = `${contract.area}.${contract.name}`

  describe(name, () => {
    let world: World
    beforeAll(async () => {
      world = await createWorld(suite.today ? { today: suite.today } : {})
    })
    afterAll(() => world.close())

    const go = (actor: Actor, request: Omit<Request, 'now' | 'programmeId'> & { programmeId?: string }) =>
      execute(world.database, action, { programmeId: world.programmeId, now: world.now, ...request }, async () => actor, actor.userId)
    const audited = () => world.inside((db) => db.selectFrom('platform.audit').select('seq').where('action', '=', name).execute())

    it('does what it says and writes one row into the log', async () => {
      const { actor, input } = await suite.arrange(world)
      const before = (await audited()).length
      const result = await go(actor, { key: newId(), input })
      if (!result.ok) throw new Error(`refused: ${result.refusal.code}`)
      await suite.check(world, result.output, input)
      expect((await audited()).length).toBe(before + 1)
    })

    it('answers a repeated request from memory and refuses the key for another input', async () => {
      const { actor, input } = await suite.arrange(world)
      const key = newId()
      const both = await Promise.all([go(actor, { key, input }), go(actor, { key, input })])
      const [first, second] = both
      if (!first.ok || !second.ok) throw new Error('refused')
      expect(second.output).toEqual(first.output)
      expect(both.filter((each) => each.ok && each.replayed)).toHaveLength(1)
    })

    it('writes nothing in a dry run', async () => {
      const { actor, input } = await suite.arrange(world)
      const before = (await audited()).length
      const result = await go(actor, { key: newId(), input, dryRun: true })
      expect(result.ok).toBe(true)
      expect((await audited()).length).toBe(before)
    })

    it.runIf(!suite.namesNoRecord)('does not find what belongs to another tenant', async () => {
      const { actor, input } = await suite.arrange(world)
      const stranger = await createProgramme(world.database)
      // The same roles in a foreign programme, for it as a whole: the strongest grants a stranger can hold.
      const grants = actor.grants.map((grant) => (grant.scopeKind === 'programme' ? { ...grant, scopeId: stranger.programmeId } : grant))
      await expect(go({ ...actor, grants }, { programmeId: stranger.programmeId, key: newId(), input })).rejects.toMatchObject({
        code: 'not-found',
      })
    })

    it.runIf(contract.allow !== 'anyone')('is closed to every other role', async () => {
      const { allow } = contract
      if (allow === 'anyone') return
      const { input } = await suite.arrange(world)
      const visitor: Actor = { userId: null, grants: [], fresh: true }
      await expect(go(visitor, { key: newId(), input })).rejects.toMatchObject({ code: 'unauthenticated' })
      if (allow === 'signed-in') return
      for (const role of roleNames) {
        for (const scopeKind of scopesOf(role)) {
          if (allow[role]?.includes(scopeKind)) continue
          const actor: Actor = { userId: 'stranger', grants: [{ role, scopeKind, scopeId: newId() }], fresh: true }
          await expect(go(actor, { key: newId(), input }), `${role} for ${scopeKind}`).rejects.toMatchObject({ code: 'not-permitted' })
        }
      }
    })

    it.runIf(typeof contract.allow !== 'string' && !suite.namesNoRecord)(
      'does not find what lies outside the scope of the role',
      async () => {
        const { allow } = contract
        if (typeof allow === 'string') return
        const { input } = await suite.arrange(world)
        for (const role of roleNames) {
          for (const scopeKind of scopesOf(role)) {
            if (scopeKind === 'programme' || !allow[role]?.includes(scopeKind)) continue
            const actor: Actor = { userId: 'stranger', grants: [{ role, scopeKind, scopeId: newId() }], fresh: true }
            await expect(go(actor, { key: newId(), input }), `${role} for another ${scopeKind}`).rejects.toMatchObject({
              code: 'not-found',
            })
          }
        }
      },
    )

    for (const code of contract.refusals as readonly C['refusals'][number][]) {
      const state = suite.refusals[code]
      if (state === 'shown-apart') continue
      it(`refuses: ${code}`, async () => {
        const { actor, input } = await state(world)
        const before = (await audited()).length
        const result = await go(actor, { key: newId(), input })
        expect(result.ok ? 'accepted' : result.refusal.code).toBe(code)
        expect((await audited()).length).toBe(before)
      })
    }

    it.each(suite.invalid ?? [])('refuses malformed input at $path', async ({ input, path }) => {
      const { actor } = await suite.arrange(world)
      const failure = await go(actor, { key: newId(), input }).then(
        () => null,
        (error: unknown) => error,
      )
      expect(failure).toBeInstanceOf(Failure)
      expect((failure as Failure).faults.map((fault) => fault.path)).toContain(path)
    })
  })
}
