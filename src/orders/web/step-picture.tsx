import { fileHref } from '../../ui/upload.ts'
import type { ManualStep } from '../rules/manual-step.ts'
import { useWorkerWords } from './words.ts'

/** The picture of a step as wide as its text; nothing where there is none. */
export function StepPicture({ step: { title, picture } }: { step: ManualStep }) {
  const m = useWorkerWords()
  if (picture === null) return null
  const description = picture.description === '' ? m.pictureOf(title) : picture.description
  return (
    <img
      src={fileHref(picture.fileId)}
      alt={description}
      className="max-h-[28rem] max-w-full rounded-8 border border-line print:break-inside-avoid"
    />
  )
}
