import { Icon } from './icon.tsx'
import { useWords } from './words.ts'

type Step = { key: string; label: string; href?: string }

/** Where one is in a flow of several steps. `current` is the index of the step in hand; all before it are done. */
export function Steps({ steps, current, label }: { steps: readonly Step[]; current: number; label?: string }) {
  const words = useWords().steps
  return (
    <nav aria-label={label ?? words.label} className="@container print:!block">
      <p className="mb-2 font-bold @xl:sr-only">
        {words.of(Math.min(current + 1, steps.length), steps.length)}: {steps[current]?.label ?? ''}
      </p>
      <ol className="flex gap-1 @xl:gap-0">
        {steps.map((step, index) => (
          <StepItem key={step.key} step={step} index={index} current={current} />
        ))}
      </ol>
    </nav>
  )
}

const joiningLine =
  '@xl:before:absolute @xl:before:top-[1.05rem] @xl:before:right-[calc(50%+1.375rem)] ' +
  '@xl:before:left-[calc(-50%+1.375rem)] @xl:before:h-1'

function StepItem({ step, index, current }: { step: Step; index: number; current: number }) {
  const words = useWords().steps
  const state = index < current ? 'done' : index === current ? 'current' : 'todo'
  const disc =
    state === 'done'
      ? 'bg-accent text-on-accent border-accent'
      : state === 'current'
        ? 'bg-surface text-accent-ink border-accent border-3'
        : 'bg-surface text-ink-soft border-neutral-line'
  return (
    <li
      {...(state === 'current' ? { 'aria-current': 'step' } : {})}
      className={`relative flex-1 @xl:text-center ${index > 0 ? joiningLine : ''} ${state === 'todo' ? '@xl:before:bg-line' : '@xl:before:bg-accent'}`}
    >
      <span aria-hidden="true" className={`block h-2 rounded-full @xl:hidden ${state === 'todo' ? 'bg-line' : 'bg-accent'}`} />
      <span
        aria-hidden="true"
        className={`relative mx-auto hidden size-9 items-center justify-center rounded-full border-2 font-bold @xl:flex ${disc}`}
      >
        {state === 'done' ? <Icon name="check" className="size-5" /> : index + 1}
      </span>
      <span className={`sr-only mt-1 block text-[1rem] leading-snug @xl:not-sr-only @xl:px-2 ${state === 'current' ? 'font-bold' : ''}`}>
        {step.label} <span className="sr-only">({words[state]})</span>
      </span>
    </li>
  )
}
