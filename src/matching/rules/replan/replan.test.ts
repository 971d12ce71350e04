import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canBeDone } from '../../../../test/support/exact-model.ts'
import type { Problem } from '../problem/problem.ts'
import { type Happening, LivePlan } from './replan.ts'
import { smallProblem } from '../../../../test/support/small-problems.ts'
import { solve } from '../solve.ts'

const happenings = fc.array(fc.record({ kind: fc.constantFrom('declined', 'accepted', 'ill', 'hours'), offer: fc.nat(), day: fc.nat(5) }), {
  minLength: 1,
  maxLength: 6,
})

function happeningFor(live: LivePlan, drawn: { readonly kind: string; readonly offer: number; readonly day: number }): Happening | null {
  const offers = live.offers()
  const offer = offers[drawn.offer % Math.max(1, offers.length)]
  if (offer === undefined) return null
  if (drawn.kind === 'declined' || drawn.kind === 'accepted') return { kind: drawn.kind, worker: offer.worker, package: offer.package }
  if (drawn.kind === 'ill') return { kind: 'ill', worker: offer.worker, fromDay: drawn.day, toDay: drawn.day + 1 }
  return { kind: 'hours', worker: offer.worker, minutesByDay: [0, 30, 60, 0, 120, 30] }
}

describe('組み直し', () => {
  it('引き受け済みの依頼は動かず、取り消すと完全に元へ戻る', () => {
    fc.assert(
      fc.property(smallProblem, happenings, (problem, drawn) => {
        const live = new LivePlan(problem, solve(problem, { iterations: 100 }))
        const accepted = new Map<string, number>()
        for (const one of drawn) {
          const happening = happeningFor(live, one)
          if (happening === null) return
          const before = live.offers()
          live.happen(happening).undo()
          expect(live.offers()).toEqual(before)
          live.happen(happening)
          if (happening.kind === 'accepted') {
            const offer = before.find((found) => found.worker === happening.worker && found.package === happening.package)
            accepted.set(`${happening.worker}/${happening.package}`, offer?.unitsAfter ?? 0)
          }
          if (happening.kind === 'declined') accepted.delete(`${happening.worker}/${happening.package}`)
          const now = new Map(live.offers().map((offer) => [`${offer.worker}/${offer.package}`, offer.unitsAfter]))
          for (const [key, units] of accepted) expect(now.get(key)).toBe(units)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('何が起きたあとも、残る依頼は変わった条件ですべてできる', () => {
    fc.assert(
      fc.property(smallProblem, happenings, (problem, drawn) => {
        const live = new LivePlan(problem, solve(problem, { iterations: 50 }))
        let now = problem
        for (const one of drawn) {
          const happening = happeningFor(live, one)
          if (happening === null) return
          now = after(now, happening, live)
          live.happen(happening)
          // Whoever falls ill may have promised more than is possible now; that is told, not repaired.
          if (!canBeDone(now, [])) return
          const accepted = new Set(now.accepted.map((pair) => `${pair.worker}/${pair.package}`))
          const offers = live.offers().filter((offer) => !accepted.has(`${offer.worker}/${offer.package}`))
          expect(
            canBeDone(
              now,
              offers.map((offer) => ({ ...offer, units: offer.unitsAfter })),
            ),
          ).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  }, 30_000)

  it('辞退された仕事は同じ人に戻らず、できる人がいれば引き継がれる', () => {
    fc.assert(
      fc.property(smallProblem, fc.nat(), (problem, drawn) => {
        const live = new LivePlan(problem, solve(problem, { iterations: 100 }))
        const offers = live.offers()
        const offer = offers[drawn % Math.max(1, offers.length)]
        if (offer === undefined) return
        const answer = live.happen({ kind: 'declined', worker: offer.worker, package: offer.package })
        expect(live.offers().some((one) => one.worker === offer.worker && one.package === offer.package)).toBe(false)
        expect(answer.changes.some((one) => one.worker === offer.worker && one.package === offer.package && one.unitsAfter === 0)).toBe(
          true,
        )
      }),
      { numRuns: 60 },
    )
  })
})

/** The problem as it is after something happened, written down from the happening alone. */
function after(problem: Problem, happening: Happening, live: LivePlan): Problem {
  if (happening.kind === 'package') return { ...problem, packages: [...problem.packages, happening.package] }
  const pair = { worker: happening.worker, package: 'package' in happening ? happening.package : '' }
  const others = problem.accepted.filter((one) => one.worker !== pair.worker || one.package !== pair.package)
  const hours = (change: (minutes: number, day: number) => number) => ({
    ...problem,
    workers: problem.workers.map((worker) =>
      worker.id === pair.worker ? { ...worker, minutesByDay: worker.minutesByDay.map(change) } : worker,
    ),
  })
  switch (happening.kind) {
    case 'declined':
      return { ...problem, accepted: others, declined: [...problem.declined, pair] }
    case 'accepted':
      return {
        ...problem,
        accepted: [
          ...others,
          { ...pair, units: live.offers().find((one) => one.worker === pair.worker && one.package === pair.package)?.unitsAfter ?? 0 },
        ],
      }
    case 'ill':
      return hours((minutes, day) => (day >= happening.fromDay && day <= happening.toDay ? 0 : minutes))
    case 'hours':
      return hours((_, day) => happening.minutesByDay[day] ?? 0)
  }
}
