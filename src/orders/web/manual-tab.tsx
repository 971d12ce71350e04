import { type Dispatch, type SetStateAction, useState } from 'react'
import type { z } from 'zod'
import { Actions, Button, LinkButton } from '../../ui/button.tsx'
import { useRead, useWrite } from '../../ui/client.ts'
import { Checkbox } from '../../ui/choice-field.tsx'
import { useDraftState } from '../../ui/draft-state.ts'
import { FileDrop } from '../../ui/file-drop.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Badge } from '../../ui/status.tsx'
import { Stack } from '../../ui/surface.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { contract } from '../contract/index.ts'
import type { ManualStep } from '../rules/manual-step.ts'
import { StepPicture } from './step-picture.tsx'
import { useOrderWords, useStaffWords } from './words.ts'

type Draft = z.output<(typeof contract)['manual-draft']['output']>

/** Writes the steps, keeps them as a draft, and publishes them as a version with what changed. */
export function ManualTab({ packageId, isClosed }: { packageId: string; isClosed: boolean }) {
  const draft = useRead(contract['manual-draft'], { packageId })
  return (
    <Loaded of={draft}>{(data) => <Editor key={data.publishedVersion} packageId={packageId} draft={data} isClosed={isClosed} />}</Loaded>
  )
}

const emptyStep: ManualStep = { title: '', body: '', check: true, picture: null }

function Editor({ packageId, draft, isClosed }: { packageId: string; draft: Draft; isClosed: boolean }) {
  const { staff: m, worker, refusals } = useOrderWords()
  const format = useFormat()
  const [steps, setSteps, forget] = useDraftState<readonly ManualStep[]>(
    `orders.manual.${packageId}.${draft.publishedVersion ?? 0}`,
    draft.steps.length > 0 ? draft.steps : [emptyStep],
  )
  const [changes, setChanges] = useState('')
  const save = useWrite(contract['save-manual'], {
    onSuccess: () => {
      forget()
      showToast(m.draftSaved)
    },
  })
  const publish = useWrite(contract['publish-manual'], {
    onSuccess: ({ version }) => {
      forget()
      setChanges('')
      showToast(m.manualPublished(version))
    },
  })
  const written = steps.filter((step) => step.title.trim() !== '' || step.body.trim() !== '')
  return (
    <Stack gap="medium">
      <div className="flex flex-wrap items-center gap-3">
        {draft.publishedVersion === null ? (
          <Badge tone="warning">{m.manualNone}</Badge>
        ) : (
          <Badge tone="success">{m.manualVersion(draft.publishedVersion)}</Badge>
        )}
        {draft.savedAt === null ? null : <Badge>{m.manualDraft(format.instant(draft.savedAt))}</Badge>}
        {draft.publishedVersion === null ? null : (
          <LinkButton look="link" size="small" href={`/manuals/${packageId}`}>
            {worker.after.manual}
          </LinkButton>
        )}
      </div>
      <p className="measure text-ink-soft">{m.manualLead}</p>
      <StepsEditor steps={steps} onChange={setSteps} />
      {draft.publishedVersion === null ? null : (
        <TextArea name="changes" label={m.changes} help={m.changesHelp} value={changes} onChange={setChanges} limit={1000} required />
      )}
      <RefusalNotice refusal={save.refusal ?? publish.refusal} words={refusals} />
      {isClosed ? null : (
        <Actions>
          <Button
            pending={publish.pending}
            disabled={written.length === 0}
            onClick={() => void publish.run({ packageId, steps: written, changes }).catch(() => undefined)}
          >
            {m.publishManual}
          </Button>
          <Button look="outline" pending={save.pending} onClick={() => void save.run({ packageId, steps: written }).catch(() => undefined)}>
            {m.saveDraft}
          </Button>
        </Actions>
      )}
    </Stack>
  )
}

function StepsEditor({ steps, onChange }: { steps: readonly ManualStep[]; onChange: Dispatch<SetStateAction<readonly ManualStep[]>> }) {
  const m = useStaffWords()
  const remove = (at: number): void => {
    const removed = steps[at]
    onChange((all) => all.filter((_, index) => index !== at))
    if (removed) showToast(m.stepRemoved(at + 1), { undo: () => onChange((all) => all.toSpliced(at, 0, removed)) })
  }
  const change = (at: number, changed: Partial<ManualStep>): void =>
    onChange(steps.map((step, index) => (index === at ? { ...step, ...changed } : step)))
  const swap = (at: number, other: number): void => {
    const next = [...steps]
    const [left, right] = [next[at], next[other]]
    if (!left || !right) return
    next[at] = right
    next[other] = left
    onChange(next)
  }
  return (
    <>
      <ol className="space-y-4">
        {steps.map((step, at) => (
          <li key={at} className="space-y-4 rounded-16 border border-line bg-surface p-5 shadow-lift">
            <p className="font-bold text-accent-ink">{m.step(at + 1)}</p>
            <TextField
              name={`steps.${at}.title`}
              label={m.stepTitle}
              value={step.title}
              onChange={(title) => change(at, { title })}
              required
            />
            <TextArea name={`steps.${at}.body`} label={m.stepBody} value={step.body} onChange={(body) => change(at, { body })} rows={4} />
            <PictureField at={at} step={step} onChange={(picture) => change(at, { picture })} />
            <Checkbox name={`steps.${at}.check`} label={m.stepCheck} value={step.check} onChange={(check) => change(at, { check })} />
            <div className="flex flex-wrap gap-2">
              <Button look="quiet" size="small" icon="chevron-up" disabled={at === 0} onClick={() => swap(at, at - 1)}>
                {m.moveUp(at + 1)}
              </Button>
              <Button look="quiet" size="small" icon="chevron-down" disabled={at === steps.length - 1} onClick={() => swap(at, at + 1)}>
                {m.moveDown(at + 1)}
              </Button>
              <Button look="quiet" size="small" icon="trash" onClick={() => remove(at)}>
                {m.removeStep(at + 1)}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      {steps.length === 0 ? <p>{m.stepsEmpty}</p> : null}
      <div>
        <Button look="outline" icon="plus" onClick={() => onChange([...steps, emptyStep])}>
          {m.addStep}
        </Button>
      </div>
    </>
  )
}

function PictureField({ at, step, onChange }: { at: number; step: ManualStep; onChange: (picture: ManualStep['picture']) => void }) {
  const m = useStaffWords()
  const { picture } = step
  const name = `steps.${at}.picture`
  if (picture === null) {
    return (
      <FileDrop
        name={name}
        label={m.stepPicture}
        help={m.stepPictureHelp}
        accept="image/*"
        most={1}
        value={[]}
        onChange={([file]) => onChange(file ? { fileId: file.id, description: '' } : null)}
        optional
      />
    )
  }
  return (
    <div className="space-y-3">
      <StepPicture step={step} />
      <TextField
        name={`${name}.description`}
        label={m.pictureDescription}
        help={m.pictureDescriptionHelp}
        value={picture.description}
        onChange={(description) => onChange({ ...picture, description })}
        optional
      />
      <Button look="quiet" size="small" icon="trash" onClick={() => onChange(null)}>
        {m.removePicture(at + 1)}
      </Button>
    </div>
  )
}
