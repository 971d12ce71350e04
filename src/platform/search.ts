import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'
import { mayTry, reachOf, type Reach } from './access.ts'
import type { ReadContract } from './contract.ts'
import type { ReadContext } from './read.ts'

/** Hits of one kind in one answer; whoever seeks more goes to the list. */
export const mostOfAKind = 6
const mostWords = 6

const wordsIn = (text: string): string[] => text.trim().split(/\s+/u).filter(Boolean).slice(0, mostWords)

/** Whether all words of `text` are in `value`, whatever their width, kana or case. */
export function finds(value: Expression<string | null> | RawBuilder<string | null>, text: string): RawBuilder<SqlBool> {
  // Words of nothing but signs fold to nothing, and would be found everywhere.
  return sql<SqlBool>`platform.finds(${value}, (select array_agg(nullif(platform.folded(w), '')) from unnest(${wordsIn(text)}::text[]) w))`
}

/** For `order by`: titles that begin with the text first, then those that hold it, the earlier the better. */
export function nearness(title: Expression<string | null> | RawBuilder<string | null>, text: string): RawBuilder<number | null> {
  return sql<number | null>`nullif(strpos(platform.folded(${title}), platform.folded(${text})), 0) nulls last`
}

interface Found<Kind extends string = string> {
  kind: Kind
  id: string
  title: string
  detail: string
}

/** One kind of things that an area finds: open to whom the list of these things is open, within the same reach. */
interface Source<Kind extends string> {
  kind: Kind
  like: ReadContract
  find(reach: Reach): Promise<{ id: string; title: string; detail: string | null }[]>
}

/** Asks the sources that the person may use, one after the other on the one transaction. */
export async function findAll<Kind extends string>(
  { actor }: ReadContext,
  sources: readonly Source<Kind>[],
): Promise<{ found: Found<Kind>[] }> {
  const found: Found<Kind>[] = []
  for (const { kind, like, find } of sources) {
    if (!mayTry(actor, like.allow)) continue
    for (const hit of await find(reachOf(actor, like.allow))) found.push({ kind, id: hit.id, title: hit.title, detail: hit.detail ?? '' })
  }
  return { found }
}
