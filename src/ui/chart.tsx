import { lazy, Suspense, useId } from 'react'
import type { ChartProps } from './chart-canvas.tsx'
import { Disclosure } from './disclosure.tsx'
import { useFormat } from './format.ts'
import { useWords } from './words.ts'

const Canvas = lazy(() => import('./chart-canvas.tsx'))

/** A chart with its title, and the same numbers as a table one press away. */
export function Chart(props: ChartProps) {
  const words = useWords().chart
  const id = useId()
  return (
    <figure aria-labelledby={id}>
      <figcaption id={id} className="mb-2 font-bold">
        {props.title}
      </figcaption>
      <Suspense fallback={<div className="h-80 animate-pulse rounded-12 bg-sunken" />}>
        <Canvas {...props} />
      </Suspense>
      <Disclosure summary={words.asTable}>
        <ChartTable {...props} item={words.item} />
      </Disclosure>
    </figure>
  )
}

function ChartTable({ title, labels, series, format, item }: ChartProps & { item: string }) {
  const { none } = useWords()
  const { number } = useFormat()
  const write = format ?? number
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={title}>
      <table className="border-collapse">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr className="border-b-2 border-ink-soft">
            <th scope="col" className="py-2 pr-6 text-left">
              {item}
            </th>
            {series.map((each) => (
              <th key={each.name} scope="col" className="px-4 py-2 text-right">
                {each.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {labels.map((label, index) => (
            <tr key={label} className="border-b border-line">
              <th scope="row" className="py-2 pr-6 text-left font-normal">
                {label}
              </th>
              {series.map((each) => {
                const value = each.values[index] ?? null
                return (
                  <td key={each.name} className="tabular px-4 py-2 text-right">
                    {value === null ? none : write(value)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
