import type { NoticeLook } from '../../ui/notice.ts'

// Every area brings the words of its own news.
const modules = import.meta.glob<{ notices: ReadonlyMap<string, NoticeLook> }>('../../*/web/notices.ts', { eager: true })

const looks = new Map(Object.values(modules).flatMap((part) => [...part.notices]))

/** How news of a kind is shown; null for a kind that this build does not know. */
export function lookOf(kind: string): NoticeLook | null {
  return looks.get(kind) ?? null
}
