const japanese = /[\u3005\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/
const latinWord = /[A-Za-z]{2,}/

/** The text of its own, not that of the elements in it. */
function ownText(element: Element): string {
  return [...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '') : '')).join('')
}

/** Names and titles that people wrote stay Japanese on an English page: they are marked, and no others. */
function mark(element: Element): void {
  const text = ownText(element)
  // A sentence in English with a name in it is English (WCAG 3.1.2 leaves out proper names).
  const isJapanese = japanese.test(text) && !latinWord.test(text)
  if (isJapanese && !element.hasAttribute('lang')) {
    element.setAttribute('lang', 'ja')
    element.setAttribute(own, '')
  } else if (!isJapanese && element.hasAttribute(own)) {
    element.removeAttribute('lang')
    element.removeAttribute(own)
  }
}

// Tells what was marked here from what a component says of itself.
const own = 'data-japanese'

/** Marks what is Japanese on a page in another language by `lang`, for as long as it is called for, so that it is read out as such. */
export function markJapanese(): () => void {
  const markAll = (root: Element): void => {
    mark(root)
    for (const element of root.querySelectorAll('*')) mark(element)
  }
  const observer = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      const element = target instanceof Element ? target : target.parentElement
      if (element) mark(element)
      for (const node of addedNodes) if (node instanceof Element) markAll(node)
    }
  })
  markAll(document.body)
  observer.observe(document.body, { subtree: true, childList: true, characterData: true })
  return () => {
    observer.disconnect()
    for (const element of document.querySelectorAll(`[${own}]`)) {
      element.removeAttribute('lang')
      element.removeAttribute(own)
    }
  }
}
