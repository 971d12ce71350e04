/** Codes in order of their keys, the largest key on top. Whoever fills `keys` and `codes`, up to the size, says so to `order` before taking from it. */
export class Heap {
  keys: Float64Array
  codes: Int32Array
  length = 0

  constructor(size: number) {
    this.keys = new Float64Array(size)
    this.codes = new Int32Array(size)
  }

  /** Makes room for so many; what was in it is gone. */
  widen(size: number): void {
    if (size <= this.keys.length) return
    this.keys = new Float64Array(2 * size)
    this.codes = new Int32Array(2 * size)
  }

  /** Orders what was filled in, `length` of it. */
  order(length: number): void {
    this.length = length
    for (let at = (length >> 1) - 1; at >= 0; at -= 1) this.#sink(at)
  }

  /** Takes the top away. */
  pop(): void {
    this.length -= 1
    this.keys[0] = this.keys[this.length]!
    this.codes[0] = this.codes[this.length]!
    this.#sink(0)
  }

  /** Gives the top a smaller key. */
  lower(key: number): void {
    this.keys[0] = key
    this.#sink(0)
  }

  #sink(from: number): void {
    const keys = this.keys
    const codes = this.codes
    const length = this.length
    const key = keys[from]!
    const code = codes[from]!
    let at = from
    for (;;) {
      let child = 2 * at + 1
      if (child >= length) break
      if (child + 1 < length && keys[child + 1]! > keys[child]!) child += 1
      if (keys[child]! <= key) break
      keys[at] = keys[child]!
      codes[at] = codes[child]!
      at = child
    }
    keys[at] = key
    codes[at] = code
  }
}
