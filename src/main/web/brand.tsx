import { Anchor } from '../../ui/navigation.tsx'

/** The mark and, beside it, whose programme this is. */
export function Brand({ programmeName }: { programmeName: string | null }) {
  return (
    <Anchor href="/" className="flex min-w-0 shrink-0 items-center sm:shrink gap-3 rounded-8 py-1 pr-2">
      <svg viewBox="0 0 32 32" aria-hidden="true" className="size-9 shrink-0 forced-color-adjust-none">
        <rect width="32" height="32" rx="8" className="fill-accent" />
        <path
          d="M10 8v16M22 8 11.5 16.5 22 24"
          fill="none"
          strokeWidth="3.5"
          strokeLinecap="round"
          strokeLinejoin="round"
          className="stroke-on-accent"
        />
        <circle cx="23" cy="16" r="2.2" className="fill-yellow-300 dark:fill-on-accent" />
      </svg>
      <span className="min-w-0 leading-tight whitespace-nowrap">
        <span className="block font-bold tracking-wide">KADO</span>
        {programmeName ? (
          <span className="hidden max-w-72 truncate text-[0.9375rem] text-ink-soft sm:block lg:max-w-[min(38rem,42vw)]">
            {programmeName}
          </span>
        ) : null}
      </span>
    </Anchor>
  )
}
