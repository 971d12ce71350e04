import { gzipSync } from 'node:zlib'
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

  test('終えられないときも計画を返し、残りに証明を付ける', async () => {
    const run = await kado(['plan'], { ...problem, packages: problem.packages.map((pack) => ({ ...pack, maxShare: 1 })) })
    expect(run.code).toBe(0)
    const proof = { packages: ['p1'], fromDay: 0, toDay: 12, neededMinutes: 2800, availableMinutes: 960, people: 1, site: null }
    expect(printed(run)).toMatchObject({ unfilled: [{ package: 'p1', reason: { gate: 'hours' }, proof }] })
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
    expect(
      refusedAt(
        await kado(['plan', '--explain', 'w1', 'p1'], { ...both, plan: { ...Object(both.plan), prices: { package: { p1: 'high' } } } }),
      ),
    ).toEqual(['$.plan.prices.package.p1'])
  })

  test('1行に1つずつでも、gzipでも、同じ計画ができる', async () => {
    const whole = await kado(['plan'], problem)
    const lines = linesOf(problem)
    expect((await kado(['plan'], lines)).stdout.equals(whole.stdout)).toBe(true)
    expect((await kado(['plan'], gzipSync(lines))).stdout.equals(whole.stdout)).toBe(true)
    const both = await kado(['plan', '--verify'], lines + whole.stdout.toString())
    expect({ code: both.code, answer: printed(both) }).toEqual({ code: 0, answer: { valid: true, violations: [] } })
  })

  test('1行に1つの形の誤りは、行で言う', async () => {
    const lines = [
      '{"days":3}',
      '{"kind":"worker","id":"w1","minutesByDay":[-60]}',
      '{"kind":"jobs","id":"p1"}',
      '{"id":"p1"}',
      '{"kind":"package","id":"p1","units":1,"onSite":"x"}',
    ]
    const run = await kado(['plan'], lines.join('\n'))
    expect(refusedAt(run)).toEqual(['3行目 $.kind', '4行目 $.kind', '2行目 $.minutesByDay[0]', '5行目 $.onSite'])
    expect((await kado(['plan'], lines.slice(0, 2).join('\n').slice(0, -3))).stderr).toContain('2行 46文字目')
  })

  test.each([
    ['時間の上限が0', ['--time-limit', '0'], problem, ['--time-limit']],
    ['小数の種', ['--seed', '1.5'], problem, ['--seed']],
    ['知らない指定', ['--fast'], problem, ['--fast']],
    ['途中で切れたJSON', [], '{"workers":[{"id":"w1"', ['$']],
    ['二つの問題', [], '{"workers":[],"packages":[]} {"workers":[],"packages":[]}', ['1行目 $.kind']],
    ['空の入力', [], ' \n', ['$']],
    ['配列', [], '[]', ['$']],
    ['種類の違い', [], '{"workers":{},"packages":[1]}', ['$.packages[0]', '$.workers']],
    ['存在しない日', [], '{"from":"2026-02-30","workers":[],"packages":[]}', ['$.from']],
    ['二度書かれた項目', [], '{"workers":[{"id":"w1","site":null,"site":null}],"packages":[]}', ['$.workers[0].site']],
    [
      '名前にできない名前',
      [],
      '{"workers":[{"id":"__proto__","skills":{"__proto__":1}}],"packages":[]}',
      ['$.workers[0].id', '$.workers[0].skills.__proto__'],
    ],
    [
      '大きすぎる数',
      [],
      '{"workers":[],"packages":[{"id":"p1","units":1e15,"unitMinutes":1e400}]}',
      ['$.packages[0].units', '$.packages[0].unitMinutes'],
    ],
    [
      '費用の問題の承諾',
      [],
      '{"objective":"assignment-cost","workers":[{"id":"a"}],"packages":[{"id":"j","units":2}],' +
        '"pairs":[{"worker":"a","package":"j"}],"accepted":[{"worker":"a","package":"j","units":1}]}',
      ['$.packages[0].units', '$.workers[0].maxMinutes', '$.pairs[0].cost', '$.pairs[0].unitMinutes', '$.accepted[0]'],
    ],
    [
      '形と id の誤りが両方',
      [],
      '{"workers":[{"id":"w1","minutesByDay":[1.5]}],"packages":[],"declined":[{"worker":"w1","package":"p9"}]}',
      ['$.workers[0].minutesByDay[0]', '$.declined[0].package'],
    ],
  ])('断る: %s', async (_, argv, input, places) => {
    expect(refusedAt(await kado(['plan', ...argv], input))).toEqual(places)
  })

  test('問題と計画の形の誤り', async () => {
    const [worker] = problem.workers
    expect(refusedAt(await kado(['plan'], { ...problem, workers: [worker, { ...worker, site: 'nowhere' }] }))).toEqual([
      '$.workers[1].id',
      '$.workers[1].site',
    ])
    expect(refusedAt(await kado(['plan', '--seed', '-1', '--time-limit', 'x'], problem))).toEqual(['--time-limit', '--seed'])
    expect(refusedAt(await kado(['plan', '--verify'], { problem }))).toEqual(['$.plan'])
    expect(refusedAt(await kado(['plan', '--verify'], { problem, plan: { offers: [{ worker: 1 }], unfilled: [null], bound: 1 } }))).toEqual(
      [
        '$.plan.offers[0].worker',
        '$.plan.offers[0].package',
        '$.plan.offers[0].units',
        '$.plan.offers[0].minutes',
        '$.plan.offers[0].byDay',
        '$.plan.unfilled[0]',
        '$.plan.objective',
      ],
    )
  })
})

/** The line form of a problem: everything that is in no list, then each row with its kind. */
function linesOf({ workers, packages, sites, municipalities, pairs, ...header }: typeof problem): string {
  const rows = Object.entries({ worker: workers, package: packages, site: sites, municipality: municipalities, pair: pairs })
  return [header, ...rows.flatMap(([kind, list]) => list.map((row) => ({ kind, ...row })))]
    .map((row) => `${JSON.stringify(row)}\n`)
    .join('')
}
