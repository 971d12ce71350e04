import { type ChangeEvent, type DragEvent, use, useEffect, useRef, useState } from 'react'
import { Button } from './button.tsx'
import { type FieldState, type FieldText, FormBusy, GroupFrame, useFieldId } from './field.tsx'
import { Icon } from './icon.tsx'
import { useRefusalText } from './refusal-notice.tsx'
import { Refusal } from './request.ts'
import { uniqueId } from './unique-id.ts'
import { type UploadedFile, uploadFile } from './upload.ts'
import { useWords } from './words.ts'

export type { UploadedFile } from './upload.ts'

type Sending = { key: string; file: File; share: number; waiting: boolean; failed: string | null; stop: AbortController }

type FileDropProps = FieldState<readonly UploadedFile[]> &
  FieldText & {
    /** As in an input's `accept`: `.pdf,.jpg,image/*`. */
    accept?: string
    /** The most files; 1 replaces the one before. */
    most?: number
    mostBytes?: number
  }

const megabyte = 1_048_576

function sizeText(bytes: number): string {
  return bytes >= megabyte ? `${(bytes / megabyte).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`
}

function isAccepted(file: File, accept: string): boolean {
  if (accept === '') return true
  return accept.split(',').some((each) => {
    const rule = each.trim().toLowerCase()
    if (rule.startsWith('.')) return file.name.toLowerCase().endsWith(rule)
    return rule.endsWith('/*') ? file.type.startsWith(rule.slice(0, -1)) : file.type === rule
  })
}

function useUploads(props: FileDropProps) {
  const [sending, setSending] = useState<readonly Sending[]>([])
  const refusalText = useRefusalText()
  const words = useWords().file
  const setBusy = use(FormBusy)
  // Uploads end at any time, so they add to the newest value and not to the one of their start.
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  const busy = sending.some((each) => each.failed === null)
  const { name } = props
  useEffect(() => {
    setBusy?.(name, busy)
    return () => setBusy?.(name, false)
  }, [setBusy, name, busy])

  const patch = (key: string, change: Partial<Sending>): void =>
    setSending((all) => all.map((each) => (each.key === key ? { ...each, ...change } : each)))
  const drop = (key: string): void => setSending((all) => all.filter((each) => each.key !== key))

  const start = async (file: File): Promise<void> => {
    const key = uniqueId()
    const stop = new AbortController()
    setSending((all) => [...all, { key, file, share: 0, waiting: false, failed: null, stop }])
    try {
      const uploaded = await uploadFile(file, (progress) => patch(key, progress), stop.signal)
      const { value, onChange, most = 20 } = latest.current
      const next = [...value.filter((each) => each.id !== uploaded.id), uploaded].slice(-most)
      // Two uploads that end in one drawing would otherwise each see the value without the other.
      latest.current = { ...latest.current, value: next }
      onChange(next)
      drop(key)
    } catch (error) {
      if (stop.signal.aborted) return drop(key)
      const failed = error instanceof Refusal ? refusalText(error, words.refusals) : words.failed
      patch(key, { failed, waiting: false })
    }
  }
  const cancel = (each: Sending): void => {
    each.stop.abort()
    drop(each.key)
  }
  const again = (each: Sending): void => {
    drop(each.key)
    void start(each.file)
  }
  return { sending, start, cancel, again }
}

/** Files by drag, tap or camera. Its value is what the server has in full; a lost line is waited out. */
export function FileDrop(props: FileDropProps) {
  const { value, onChange, accept = '', most = 20, mostBytes = 10 * megabyte, error = null } = props
  const words = useWords().file
  const id = useFieldId(props, props.label)
  const input = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { sending, start, cancel, again } = useUploads(props)

  const problemOf = (files: readonly File[]): string | null => {
    if (most > 1 && value.length + sending.length + files.length > most) return words.tooMany(most)
    const large = files.find((file) => file.size > mostBytes)
    if (large) return words.tooLarge(large.name, sizeText(mostBytes))
    const empty = files.find((file) => file.size === 0)
    if (empty) return words.empty(empty.name)
    const wrong = files.find((file) => !isAccepted(file, accept))
    return wrong ? words.wrongType(wrong.name) : null
  }
  const take = (list: FileList | null): void => {
    const files = [...(list ?? [])].slice(0, most === 1 ? 1 : undefined)
    const found = problemOf(files)
    setProblem(found)
    if (found === null) for (const file of files) void start(file)
  }
  const takeInput = (event: ChangeEvent<HTMLInputElement>): void => {
    take(event.target.files)
    event.target.value = ''
  }
  const dropped = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <GroupFrame {...props} id={id} error={problem ?? error}>
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={dropped}
        className={`max-w-2xl rounded-12 border-2 border-dashed p-5 text-center ${over ? 'border-accent bg-accent-soft' : 'border-field-line bg-surface'}`}
      >
        <p className="mb-3 hidden sm:block">{words.drop}</p>
        <div className="flex flex-wrap justify-center gap-3">
          <Button id={id} look="outline" icon="upload" onClick={() => input.current?.click()}>
            {words.choose}
          </Button>
          <span className="sm:hidden">
            <Button look="outline" icon="camera" onClick={() => camera.current?.click()}>
              {words.camera}
            </Button>
          </span>
        </div>
        <p className="mt-3 text-[1rem] text-ink-soft">{words.limit(sizeText(mostBytes))}</p>
        <input ref={input} hidden type="file" multiple={most > 1} accept={accept} onChange={takeInput} />
        <input ref={camera} hidden type="file" accept="image/*" capture="environment" onChange={takeInput} />
      </div>
      <ul aria-live="polite" className="mt-3 max-w-2xl space-y-2">
        {value.map((file) => (
          <FileRow
            key={file.id}
            name={file.name}
            detail={`${sizeText(file.byteCount)} · ${words.uploaded}`}
            tone="done"
            onRemove={() => onChange(value.filter((each) => each.id !== file.id))}
          />
        ))}
        {sending.map((each) => (
          <FileRow
            key={each.key}
            name={each.file.name}
            detail={each.failed ?? (each.waiting ? words.waiting : words.uploading(`${Math.round(each.share * 100)}%`))}
            tone={each.failed === null ? 'sending' : 'failed'}
            share={each.share}
            onAgain={each.failed === null ? null : () => again(each)}
            onRemove={() => cancel(each)}
          />
        ))}
      </ul>
    </GroupFrame>
  )
}

type FileRowProps = {
  name: string
  detail: string
  tone: 'done' | 'sending' | 'failed'
  share?: number
  /** Sends the file that failed once more. */
  onAgain?: (() => void) | null
  onRemove: () => void
}

function FileRow({ name, detail, tone, share = 0, onAgain = null, onRemove }: FileRowProps) {
  const words = useWords().file
  const look = tone === 'done' ? 'text-success-ink' : tone === 'failed' ? 'text-danger-ink' : 'text-accent-ink'
  return (
    <li className="flex flex-wrap items-center gap-3 rounded-8 border border-line bg-surface py-2 pr-2 pl-4">
      <Icon name={tone === 'done' ? 'done' : tone === 'failed' ? 'error' : 'upload'} className={`size-6 ${look}`} />
      <span className={`${tone === 'failed' ? 'min-w-48' : 'min-w-0'} flex-1`}>
        <span className="block leading-snug font-bold break-all">{name}</span>
        <span className={`tabular block text-[1rem] leading-snug ${tone === 'failed' ? 'text-danger-ink' : 'text-ink-soft'}`}>
          {detail}
        </span>
        {tone === 'sending' ? (
          <progress aria-label={name} max={1} value={share} className="mt-1 block h-2 w-full accent-(--accent)" />
        ) : null}
      </span>
      {onAgain === null ? null : (
        <Button size="small" look="outline" aria-label={words.againOf(name)} onClick={onAgain}>
          {words.again}
        </Button>
      )}
      <button
        type="button"
        onClick={onRemove}
        aria-label={words.remove(name)}
        className="tap flex items-center justify-center gap-1 rounded-8 px-2 hover:bg-sunken"
      >
        <Icon name="close" className="size-5" />
        <span className="text-[1rem]">{words.removeShort}</span>
      </button>
    </li>
  )
}
