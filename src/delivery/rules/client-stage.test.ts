import { describe, expect, it } from 'vitest'
import { type ClientOrder, clientStageOf, mayDeliver } from './client-stage.ts'

const order: ClientOrder = { state: 'running', totalMinutes: 100, acceptedMinutes: 40, waiting: false }

describe('発注企業から見た段階', () => {
  it.each([
    [{ state: 'preparing' }, 'preparing'],
    [{}, 'working'],
    [{ acceptedMinutes: 100 }, 'checking'],
    [{ totalMinutes: 0, acceptedMinutes: 0 }, 'working'],
    [{ waiting: true }, 'to-accept'],
    [{ state: 'delivered', waiting: true }, 'to-accept'],
    [{ state: 'delivered' }, 'checking'],
    [{ state: 'accepted' }, 'finished'],
    [{ state: 'cancelled' }, 'finished'],
  ] as const)('%o は %s', (change, stage) => expect(clientStageOf({ ...order, ...change })).toBe(stage))
})

describe('納品できる数', () => {
  const packages = [{ packageId: 'a', acceptedUnits: 10, deliveredUnits: 4 }]
  it('検収した数から納品した数を引いた残りまで', () => {
    expect(mayDeliver(packages, [{ packageId: 'a', units: 6 }])).toBe(true)
    expect(mayDeliver(packages, [{ packageId: 'a', units: 7 }])).toBe(false)
  })
  it('同じ業務を二度、または別の受注の業務は含められない', () => {
    expect(
      mayDeliver(packages, [
        { packageId: 'a', units: 3 },
        { packageId: 'a', units: 3 },
      ]),
    ).toBe(false)
    expect(mayDeliver(packages, [{ packageId: 'b', units: 1 }])).toBe(false)
  })
})
