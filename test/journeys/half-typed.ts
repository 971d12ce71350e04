import type { CDPSession, Page } from '@playwright/test'

/** What stands in a field while somebody types, by its kind. */
const numbers = ['2.5', '９０', '2時間', '1,000円', '-', '1e5']
const texts = ['𠮷髙', 'a\u200bb\u3164', '\u202Ecba']

type Segment = 'year' | 'month' | 'day'

/** Every field of the page that takes text and can be typed in now. */
export const fieldsOf = (page: Page) =>
  page
    .locator('main')
    .locator('input:not([type=file], [type=checkbox], [type=radio], [type=hidden]):enabled:visible, textarea:enabled:visible')

/** Types half-finished values into fields by real keys. */
export class Typist {
  readonly #page: Page
  #keys: CDPSession | undefined
  #order: readonly Segment[] | undefined

  constructor(page: Page) {
    this.#page = page
  }

  /** Types into the field that has the focus. Gives what was wrong. */
  async tryOut(kind: 'date' | 'number' | 'text'): Promise<string[]> {
    const found = kind === 'date' ? await this.#tryDate() : await this.#tryTexts(kind === 'number' ? numbers : texts)
    if (kind === 'text') await this.#compose()
    await this.#page.keyboard.press('Tab')
    return found
  }

  #value(): Promise<string> {
    return this.#page.evaluate(() => {
      const at = document.activeElement
      return at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.value : 'the focus is lost'
    })
  }

  async #tryTexts(values: readonly string[]): Promise<string[]> {
    const found: string[] = []
    for (const typed of values) {
      await this.#page.keyboard.press('Control+A')
      await this.#page.keyboard.type(typed)
      const left = await this.#value()
      if (left !== typed) found.push(`${JSON.stringify(typed)} became ${JSON.stringify(left)}`)
    }
    return found
  }

  /** The year digit by digit, one of five digits, and nothing at all. */
  async #tryDate(): Promise<string[]> {
    const { keyboard } = this.#page
    const order = (this.#order ??= await this.#orderOfSegments())
    const found: string[] = []
    const typed: Record<Segment, string> = { year: '2026', month: '12', day: '01' }
    const toYear = async (): Promise<void> => {
      for (let moves = 0; moves < 3; moves++) await keyboard.press('ArrowLeft')
      for (let moves = 0; moves < order.indexOf('year'); moves++) await keyboard.press('ArrowRight')
    }
    for (let moves = 0; moves < 3; moves++) await keyboard.press('ArrowLeft')
    for (const segment of order) {
      await keyboard.type(typed[segment])
      // A year of four digits may wait for more of them.
      if (segment === 'year' && order.at(-1) !== 'year') await toYear().then(() => keyboard.press('ArrowRight'))
    }
    for (const [year, whole] of [
      ['2', '0002-12-01'],
      ['20', '0020-12-01'],
      ['12026', null],
    ] as const) {
      await toYear()
      await keyboard.type(year)
      const left = await this.#value()
      if (left === 'the focus is lost' || (whole !== null && left !== whole)) found.push(`the year ${year} gave ${JSON.stringify(left)}`)
    }
    for (let moves = 0; moves < 3; moves++) await keyboard.press('ArrowLeft')
    for (let moves = 0; moves < 3; moves++) {
      await keyboard.press('Backspace')
      await keyboard.press('ArrowRight')
    }
    const left = await this.#value()
    if (left !== '') found.push(`an emptied day is ${JSON.stringify(left)}`)
    return found
  }

  /** In which order this browser asks for year, month and day: found by a key that changes the first of them. */
  async #orderOfSegments(): Promise<readonly Segment[]> {
    const scratch = await this.#page.evaluateHandle(() => {
      const field = document.createElement('input')
      field.type = 'date'
      field.value = '2026-03-04'
      const before = document.activeElement
      ;(document.querySelector('dialog[open]') ?? document.body).append(field)
      field.focus()
      return { field, before }
    })
    await this.#page.keyboard.press('ArrowUp')
    const value = await scratch.evaluate(({ field, before }) => {
      const { value } = field
      if (before instanceof HTMLElement) before.focus()
      field.remove()
      return value
    })
    return value === '2027-03-04' ? ['year', 'month', 'day'] : value === '2026-04-04' ? ['month', 'day', 'year'] : ['day', 'month', 'year']
  }

  /** A conversion that ends with Enter, as an input method sends it: the Enter is its own and sends no form. */
  async #compose(): Promise<void> {
    const keys = (this.#keys ??= await this.#page.context().newCDPSession(this.#page))
    await keys.send('Input.imeSetComposition', { text: 'かな', selectionStart: 2, selectionEnd: 2 })
    await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 })
    await keys.send('Input.insertText', { text: '仮名' })
  }
}
