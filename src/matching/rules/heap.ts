/** Codes in order of their keys, the largest key on top. Whoever fills it calls `order` before taking from it. */
export class Heap {
  #keys: Float64Array
  #codes: Int32Array
  length = 0

  constructor(size: number) {
    this.#keys = new Float64Array(size)
    this.#codes = new Int32Array(size)
  }

  get topKey(): number {
    return this.#keys[0]!
  }

  get topCode(): number {
    return this.#codes[0]!
  }

  add(key: number, code: number): void {
    if (this.length === this.#keys.length) this.#widen()
    this.#keys[this.length] = key
    this.#codes[this.length] = code
    this.length += 1
  }

  order(): void {
    for (let at = (this.length >> 1) - 1; at >= 0; at -= 1) this.#sink(at)
  }

  /** Takes the top away. */
  pop(): void {
    this.length -= 1
    this.#keys[0] = this.#keys[this.length]!
    this.#codes[0] = this.#codes[this.length]!
    this.#sink(0)
  }

  /** Gives the top a smaller key. */
  lower(key: number): void {
    this.#keys[0] = key
    this.#sink(0)
  }

  #sink(from: number): void {
    const keys = this.#keys
    const codes = this.#codes
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

  #widen(): void {
    const keys = new Float64Array(2 * this.length + 16)
    const codes = new Int32Array(keys.length)
    keys.set(this.#keys)
    codes.set(this.#codes)
    this.#keys = keys
    this.#codes = codes
  }
}
