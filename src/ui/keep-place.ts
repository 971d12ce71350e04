/**
 * Where the focus goes when what had it is taken away: to what came in its place, else to the heading above it. One mechanism for
 * everything that changes in place (WCAG 2.4.3), and for the arrival on a page, whose heading may come late.
 */
export function keepPlace(): () => void {
  const keeper = new Keeper()
  const observer = new MutationObserver((changes) => keeper.changed(changes))
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['disabled', 'open', 'hidden'],
  })
  const focused = ({ target }: FocusEvent): void => keeper.take(target)
  // Some browsers do not focus a button that is pressed with a pointer.
  const pressed = ({ target }: MouseEvent): void => keeper.take(target instanceof Element ? target.closest(controls) : null)
  const pointed = (): void => keeper.leave()
  document.addEventListener('focusin', focused)
  document.addEventListener('click', pressed, true)
  document.addEventListener('pointerdown', pointed, true)
  return () => {
    observer.disconnect()
    document.removeEventListener('focusin', focused)
    document.removeEventListener('click', pressed, true)
    document.removeEventListener('pointerdown', pointed, true)
  }
}

let expected: { from: Element | null } | null = null

/** A page has opened: its heading gets the focus as soon as it is there, unless somebody has moved the focus by then. */
export function expectHeading(): void {
  expected = { from: document.activeElement }
  focusExpected()
}

function focusExpected(): void {
  if (!expected) return
  const at = document.activeElement
  if (at !== null && at !== document.body && at !== expected.from) expected = null
  const heading = expected && document.getElementById('page-title')
  if (!heading) return
  expected = null
  // The router scrolls.
  focusOn(heading, { preventScroll: true })
}

const controls = 'a[href], button, input, select, textarea, summary, [tabindex]'
const fields = 'textarea, select, input:not([type="hidden"])'
const headings = 'h1, h2, h3, h4'

const isUsable = (element: Element): boolean => element.isConnected && element.checkVisibility() && !element.matches(':disabled')

function focusOn(element: Element, options: FocusOptions = {}): void {
  if (!(element instanceof HTMLElement)) return
  // A heading is a place to read from, not a control.
  if (!element.matches(controls)) {
    element.tabIndex = -1
    element.dataset['focusQuiet'] = ''
  }
  element.focus(options)
}

class Keeper {
  /** What had the focus last, or was pressed, and what it stands in, from the inside to the outside. */
  #last: Element | null = null
  #around: readonly Element[] = []
  /** Elements that came since it went. */
  #came: Element[] = []
  #isWaiting = false
  readonly #openers = new WeakMap<Element, readonly Element[]>()

  take(target: EventTarget | null): void {
    if (!(target instanceof Element) || target === document.body) return
    this.#around = this.#surroundings(target)
    this.#last = target
    this.#came = []
  }

  leave(): void {
    this.#last = null
    expected = null
  }

  /** A window stands in nothing; what it was opened from is what is around it. */
  #surroundings(target: Element): Element[] {
    const around: Element[] = []
    for (let element = target.parentElement; element && element !== document.body; element = element.parentElement) around.push(element)
    const window = around.findIndex((element) => element.tagName === 'DIALOG')
    const dialog = around[window]
    if (!dialog) return around
    const opener = this.#openers.get(dialog) ?? (this.#last ? [this.#last, ...this.#around] : [])
    if (!dialog.contains(this.#last)) this.#openers.set(dialog, opener)
    return [...around.slice(0, window + 1), ...opener, ...around.slice(window + 1)]
  }

  changed(changes: readonly MutationRecord[]): void {
    focusExpected()
    if (!this.#isLost()) return
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) if (node instanceof Element) this.#came.push(node)
    }
    // At once, so that whoever types on loses nothing.
    const goal = this.#cameInPlace('h1') ?? this.#cameInPlace(fields)
    if (goal) return focusOn(goal)
    if (this.#isWaiting) return
    this.#isWaiting = true
    // Windows and menus give the focus back by themselves, within the frame.
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.#isWaiting = false
        this.#restore()
      }),
    )
  }

  #isLost(): boolean {
    const at = document.activeElement
    return (at === null || at === document.body) && this.#last !== null && !isUsable(this.#last)
  }

  /** The innermost of what was around it that is still there. */
  #rest(): Element | undefined {
    return this.#around.find((element) => isUsable(element) && !element.matches('dialog:not([open])'))
  }

  #cameInPlace(selector: string): Element | undefined {
    const rest = this.#rest()
    return this.#came
      .filter((element) => element.isConnected && rest?.contains(element))
      .flatMap((element) => (element.matches(selector) ? [element] : [...element.querySelectorAll(selector)]))
      .find(isUsable)
  }

  #restore(): void {
    if (!this.#isLost()) return
    const goal = this.#cameInPlace(headings) ?? this.#cameInPlace('a[href], button') ?? this.#headingAround()
    if (goal) focusOn(goal)
  }

  #headingAround(): Element | undefined {
    const around = this.#around.filter(isUsable).flatMap((element) => [...element.querySelectorAll(headings)].slice(0, 1))
    return around.find(isUsable) ?? document.querySelector('main h1') ?? undefined
  }
}
