import { describe, expect, it } from 'vitest'
import { fillDays } from './problem.ts'
import { readProblem } from './reader.ts'
import { onePair } from '../../../../test/support/small-problems.ts'

function faultsOf(json: unknown) {
  const read = readProblem(json)
  return read.ok ? [] : read.faults.map((fault) => `${fault.path} ${fault.code}`)
}

describe('問題の読み取り', () => {
  it('短い日別の配列は最後の7日をくり返して満たす', () => {
    expect(fillDays([1, 2, 3], 7)).toEqual([1, 2, 3, 1, 2, 3, 1])
    expect(fillDays([9, 1, 2, 3, 4, 5, 6, 7], 10)).toEqual([9, 1, 2, 3, 4, 5, 6, 7, 1, 2])
    expect(fillDays([], 2)).toEqual([0, 0])
  })

  it('正しい問題を受け取る', () => {
    expect(faultsOf(onePair())).toEqual([])
  })

  it.each([
    [{ packages: [] }, ['workers missing']],
    [onePair({ worker: { minutesByDay: [-5] } }), ['workers[0].minutesByDay[0] out-of-range']],
    [onePair({ worker: { minutesByDay: [1.5] } }), ['workers[0].minutesByDay[0] not-integer']],
    [onePair({ worker: { site: 'moon' } }), ['workers[0].site unknown-id']],
    [onePair({ pack: { releaseDay: 3, dueDay: 1 } }), ['packages[0].dueDay due-before-release']],
    [onePair({ rest: { pairs: [{ worker: 'w9', package: 'p1' }] } }), ['pairs[0].worker unknown-id']],
    [onePair({ rest: { objective: 'fun' } }), ['objective unknown-choice']],
    [onePair({ rest: { accepted: [{ worker: 'w1', package: 'p1', units: 11 }] } }), ['accepted[0].units accepted-exceeds-units']],
    [
      onePair({ worker: { skills: {} }, rest: { accepted: [{ worker: 'w1', package: 'p1', units: 1 }] } }),
      ['accepted[0] accepted-breaks-gate'],
    ],
    [{ ...onePair(), workers: [{ id: 'w1' }, { id: 'w1' }] }, ['workers[1].id duplicate-id']],
  ])('誤りを場所と種類で言う %#', (json, faults) => {
    expect(faultsOf(json)).toEqual(faults)
  })
})
