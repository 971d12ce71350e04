import type { ReactNode } from 'react'
import { LinkButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { currentProgrammeId } from '../../ui/membership.ts'
import { Link } from '../../ui/navigation.tsx'
import { useDeliveryWords } from './words.ts'

// A link in a browser carries no header, so the programme stands in the address.
const withProgramme = (path: string): string => `${path}?programme=${currentProgrammeId() ?? ''}`

/** The address of a stored document's PDF. */
const documentHref = (id: string): string => withProgramme(`/api/platform/documents/${id}.pdf`)

export function DocumentButton({ id, children }: { id: string; children: ReactNode }) {
  return (
    <LinkButton look="outline" size="small" icon="document" href={documentHref(id)} target="_blank">
      {children}
    </LinkButton>
  )
}

type File = { id: string; name: string; byteCount: number; mediaType?: string }

/** One file to download, by words of the page's own. */
export function FileLink({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Link href={withProgramme(`/api/platform/files/${id}`)} className="inline-block py-2">
      {children}
    </Link>
  )
}

/** Files to download, each with its size; `pictures` shows images in place. */
export function FileLinks({ files, pictures = false }: { files: readonly File[]; pictures?: boolean }) {
  const m = useDeliveryWords()
  if (files.length === 0) return <p className="text-ink-soft">{m.noFiles}</p>
  return (
    <ul className="space-y-1">
      {files.map((file) => (
        <li key={file.id} className="flex flex-wrap items-center gap-2">
          <Icon name="download" className="size-5 text-accent-ink" />
          <Link href={withProgramme(`/api/platform/files/${file.id}`)} className="inline-block py-2 break-all">
            {file.name}
          </Link>
          <span className="tabular whitespace-nowrap text-ink-soft">{Math.max(1, Math.round(file.byteCount / 1024))} KB</span>
          {pictures && file.mediaType?.startsWith('image/') ? (
            <img
              src={withProgramme(`/api/platform/files/${file.id}`)}
              alt={file.name}
              className="max-h-96 max-w-full rounded-8 border border-line"
            />
          ) : null}
        </li>
      ))}
    </ul>
  )
}
