import { Disclosure } from '../../ui/disclosure.tsx'
import { usePeopleWords } from './words.ts'

/** What erasing people takes and what the law, the books and others keep; the reasons are those of the register of personal columns. */
export function WhatIsErased() {
  const m = usePeopleWords().leavers
  return (
    <Disclosure summary={m.keeps}>
      <p>{m.goes}</p>
      <ul className="mt-2 list-disc space-y-2 pl-6">
        {Object.entries(m.kept).map(([reason, text]) => (
          <li key={reason}>{text}</li>
        ))}
      </ul>
    </Disclosure>
  )
}
