/** The same while developing: with React's warnings and the place in the source. */
import type { ElementType, Key } from 'react'
import { jsxDEV as element } from 'react/jsx-dev-runtime'
import { setProps } from './jsx-runtime.ts'

export { Fragment } from 'react'
export type { JSX } from 'react/jsx-runtime'

type Props = Parameters<typeof setProps>[1]
type Rest = [isStatic: boolean, source?: object, self?: unknown]

export const jsxDEV = (type: ElementType, props: Props, key: Key | undefined, ...rest: Rest) =>
  element(type, setProps(type, props), key, ...rest)
