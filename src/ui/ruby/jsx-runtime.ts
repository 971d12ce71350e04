/**
 * The JSX of all our pages: React's own, which sets ruby where a text becomes a child and leaves the readings out where it becomes
 * an attribute. So a text is a string wherever it goes, and no page has to think of it.
 */
import { createElement, type ElementType, Fragment, type Key, type ReactNode } from 'react'
import { jsx as element, jsxs as elements } from 'react/jsx-runtime'
import { hasRuby, rubyParts, withoutReadings, withReadingsBehind } from './marks.ts'

export { Fragment }
export type { JSX } from 'react/jsx-runtime'

type Props = Readonly<Record<string, unknown>>

/** One element, because a row of a flexible box would draw each part for itself. The reading is hidden from voices: a name stays one word. */
function Ruby({ text }: { text: string }): ReactNode {
  const parts = rubyParts(text).map(({ base, reading }, index) =>
    reading === null ? base : createElement('ruby', { key: index }, base, createElement('rt', { 'aria-hidden': true }, reading)),
  )
  return createElement('span', null, parts)
}

/** Elements that hold nothing but text. */
const textOnly = new Set<unknown>(['option', 'title', 'textarea', 'text', 'tspan', 'style'])

function setText(type: ElementType, text: string, index: number): unknown {
  if (!hasRuby(text)) return text
  return textOnly.has(type) ? withReadingsBehind(text) : element(Ruby, { text }, `ruby-${index}`)
}

const isText = (child: unknown): child is string | number => typeof child === 'string' || typeof child === 'number'

/** The same list when there is nothing to set, because a list of elements keeps its keys. Texts beside each other are one. */
function setAll(type: ElementType, children: readonly unknown[]): unknown {
  const set: unknown[] = []
  for (let index = 0; index < children.length; index++) {
    const child = children[index]
    let end = index + 1
    while (isText(child) && isText(children[end])) end++
    const run = children.slice(index, end)
    if (isText(child) && run.some((text) => typeof text === 'string' && hasRuby(text))) {
      set.push(setText(type, run.join(''), index))
      index = end - 1
    } else set.push(Array.isArray(child) ? setAll(type, child) : child)
  }
  return set.length === children.length && set.every((child, index) => child === children[index]) ? children : set
}

const setChild = (type: ElementType, child: unknown): unknown =>
  Array.isArray(child) ? setAll(type, child) : typeof child === 'string' ? setText(type, child, 0) : child

/** Our own components take texts as they are and give them to an element; elements and what libraries draw show them. */
const isDrawn = (type: ElementType): boolean => typeof type !== 'function'
const isHeard = (type: ElementType, name: string): boolean => typeof type === 'string' || name.startsWith('aria-') || name === 'textValue'

export function setProps(type: ElementType, props: Props): Props {
  let set: Record<string, unknown> | null = null
  for (const name in props) {
    const value = props[name]
    let next = value
    if (name === 'children') next = isDrawn(type) ? setChild(type, value) : value
    else if (typeof value === 'string' && hasRuby(value) && isHeard(type, name)) {
      next = name === 'placeholder' ? withReadingsBehind(value) : withoutReadings(value)
    }
    if (next !== value) (set ??= { ...props })[name] = next
  }
  return set ?? props
}

export const jsx = (type: ElementType, props: Props, key?: Key) => element(type, setProps(type, props), key)
export const jsxs = (type: ElementType, props: Props, key?: Key) => elements(type, setProps(type, props), key)
