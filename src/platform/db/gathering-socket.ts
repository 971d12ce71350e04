import { Socket } from 'node:net'

type Done = (error?: Error | null) => void

/**
 * A socket that sends in one go what is written to it in one turn of the event loop. A transaction's beginning and its
 * first statements, or its last ones and the commit, then cost one system call and wake the database once.
 */
export class GatheringSocket extends Socket {
  #gathering = false

  override write(chunk: Uint8Array | string, encoding?: BufferEncoding | Done, done?: Done): boolean {
    if (!this.#gathering) {
      this.#gathering = true
      this.cork()
      // After the microtasks of this turn, in which the other statements are still on their way here.
      queueMicrotask(() =>
        process.nextTick(() => {
          this.#gathering = false
          this.uncork()
        }),
      )
    }
    return typeof encoding === 'function' ? super.write(chunk, encoding) : super.write(chunk, encoding, done)
  }
}
