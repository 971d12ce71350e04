import { describe, expect, test } from 'vitest'
import { kado, printed, problem, refusedAt } from '../../../test/support/kado.ts'

describe('kado plan', () => {
  test('同じ入力と seed からは同じ計画ができ、検証に通る', async () => {
    const first = await kado(['plan', '--seed', '1', '--time-limit', '10'], problem)
    const again = await kado(['plan', '--seed=1'], problem)
    expect(first.stdout.equals(again.stdout)).toBe(true)
    const verified = await kado(['plan', '--verify'], { problem, plan: printed(first) })
    expect({ code: verified.code, answer: printed(verified) }).toEqual({ code: 0, answer: { valid: true, violations: [] } })
  })

  test('手を加えた計画は、違反をすべて挙げて終了コード1', async () => {
    const plan = printed(await kado(['plan'], problem))
    const run = await kado(['plan', '--verify'], { problem: { ...problem, declined: [{ worker: 'w1', package: 'p1' }] }, plan })
    expect(run.code).toBe(1)
    expect(printed(run)).toMatchObject({ valid: false, violations: [{ path: 'offers[0]', code: 'declined' }] })
  })

  test('なぜこの人か、なぜ違うのかを、計画から答える', async () => {
    const [worker] = problem.workers
    const wider = { ...problem, workers: [worker, { ...worker, id: 'w2', skills: { 'data-entry': 1 } }] }
    const both = { problem: wider, plan: printed(await kado(['plan'], wider)) }
    expect(printed(await kado(['plan', '--explain', 'w1', 'p1'], both))).toMatchObject({ worker: 'w1', package: 'p1', status: 'offered' })
    expect(printed(await kado(['plan', '--explain', 'w2', 'p1'], both, { LANG: 'en' }))).toEqual({
      worker: 'w2',
      package: 'p1',
      status: 'not-possible',
      reasons: [{ kind: 'skill-short', skill: 'data-entry', asked: 2, had: 1, text: 'data-entry level 2 is needed; now level 1.' }],
    })
    expect(refusedAt(await kado(['plan', '--explain', 'w9', 'p1'], both))).toEqual(['w9'])
    expect(refusedAt(await kado(['plan', '--explain', 'w1'], both))).toEqual(['--explain'])
    expect(refusedAt(await kado(['plan', '--explain', 'w1', 'p1'], { ...both, plan: { ...Object(both.plan), prices: { package: { p1: 'high' } } } }))).toEqual([
      '$.plan.prices.package.p1',
    ])
  })

  test('問題と計画の形の誤り', async () => {
    const [worker] = problem.workers
    expect(refusedAt(await kado(['plan'], { ...problem, workers: [worker, { ...worker, site: 'nowhere' }] }))).toEqual(['$.workers[1].id', '$.workers[1].site'])
    expect(refusedAt(await kado(['plan', '--seed', '-1', '--time-limit', 'x'], problem))).toEqual(['--time-limit', '--seed'])
    expect(refusedAt(await kado(['plan', '--verify'], { problem }))).toEqual(['$.plan'])
    expect(refusedAt(await kado(['plan', '--verify'], { problem, plan: { offers: [{ worker: 1 }], unfilled: [null], bound: 1 } }))).toEqual([
      '$.plan.offers[0].worker', '$.plan.offers[0].package', '$.plan.offers[0].units', '$.plan.offers[0].minutes', '$.plan.offers[0].byDay',
      '$.plan.unfilled[0]', '$.plan.objective',
    ])
  })
})
