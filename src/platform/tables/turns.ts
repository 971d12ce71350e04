import { Failure } from '../action.ts'

/** Work that only so much of may be under way in the process; the rest waits in line. */
class Turns {
  readonly #atOnce: number
  readonly #mostWaiting: number
  readonly #line: (() => void)[] = []
  #busy = 0

  constructor(atOnce: number, mostWaiting: number) {
    this.#atOnce = atOnce
    this.#mostWaiting = mostWaiting
  }

  /** Waits for a turn and answers how it is given back, which may be done more than once. @throws Failure when the line is full */
  async enter(): Promise<() => void> {
    if (this.#busy >= this.#atOnce) {
      if (this.#line.length >= this.#mostWaiting) throw new Failure('too-many-requests')
      await new Promise<void>((resolve) => this.#line.push(resolve))
    } else this.#busy++
    let isLeft = false
    return () => {
      if (isLeft) return
      isLeft = true
      const next = this.#line.shift()
      // The turn goes on to the next one, so that nobody comes between.
      if (next) next()
      else this.#busy--
    }
  }
}

/** Excel files are made one after the other. */
export const workbookTurns = new Turns(1, 50)
/** Archives of what is kept about a person, each with the PDFs of all papers. */
export const archiveTurns = new Turns(1, 20)
/** Tables that are being received or wait to become one: so many are in memory at most. */
export const receivingTurns = new Turns(3, 50)
