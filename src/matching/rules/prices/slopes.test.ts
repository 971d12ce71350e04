import fc from 'fast-check'
import { expect, it } from 'vitest'
import { leastBetween } from './slopes.ts'

const line = fc.record({ slope: fc.integer({ min: -20, max: 20 }), height: fc.integer({ min: -50, max: 50 }) })

it('折れ線の凸関数のいちばん低いところを、端の間で見つける', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), fc.integer({ min: 1, max: 30 }), (middle, width) => {
      const lines = [{ slope: -25, height: 0 }, { slope: 25, height: -25 * width }, ...middle]
      const look = (at: number) => {
        const highest = lines.reduce((best, one) => (one.slope * at + one.height > best.slope * at + best.height ? one : best))
        return { at, value: highest.slope * at + highest.height, slope: highest.slope }
      }
      const corners = lines
        .flatMap((one) => lines.map((other) => (one.height - other.height) / (other.slope - one.slope)))
        .filter((at) => at >= 0 && at <= width)
      const least = Math.min(...[0, width, ...corners].map((at) => look(at).value))
      expect(leastBetween(look, look(0), look(width)).value).toBeCloseTo(least, 4)
    }),
  )
})
