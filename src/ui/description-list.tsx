import type { ReactNode } from 'react'

type Term = { term: ReactNode; value: ReactNode }

/** Names and what stands for them, two columns where there is room. */
export function DescriptionList({ items }: { items: readonly (Term | null)[] }) {
  const shown = items.filter((item) => item !== null)
  return (
    <dl className="@container divide-y divide-line border-y border-line">
      {shown.map((item, index) => (
        <div key={typeof item.term === 'string' ? item.term : index} className="grid gap-x-6 py-3 @md:grid-cols-[minmax(9rem,1fr)_2fr]">
          <dt className="font-bold">{item.term}</dt>
          <dd className="min-w-0">{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
