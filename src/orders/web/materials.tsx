import type { z } from 'zod'
import { useRead } from '../../ui/client.ts'
import { useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Link } from '../../ui/navigation.tsx'
import { Card } from '../../ui/surface.tsx'
import { fileHref } from '../../ui/upload.ts'
import { contract } from '../contract/index.ts'
import { useWorkerWords } from './words.ts'

export type Material = z.output<(typeof contract)['materials']['output']>['rows'][number]
type Version = Material['shown']

/** The materials of a package; none while they are on their way. */
export const useMaterials = (packageId: string): readonly Material[] => useRead(contract.materials, { packageId }).data?.rows ?? []

export function MaterialFile({ version, title }: { version: Version; title: string }) {
  const m = useWorkerWords().material
  if (version.file === null) return null
  return (
    <Link href={fileHref(version.file.id)} className="inline-flex items-center gap-2 py-2 wrap-anywhere">
      <Icon name="download" className="size-5 shrink-0" />
      {`${title} ${m.version(version.version)}`}
      <span className="text-ink-soft">{`${version.file.name}・${Math.max(1, Math.round(version.file.byteCount / 1024))} KB`}</span>
    </Link>
  )
}

/** Each with the version of the own terms first, and what came later with what is different. */
export function MaterialList({ materials }: { materials: readonly Material[] }) {
  const m = useWorkerWords().material
  const format = useFormat()
  return (
    <ul className="space-y-3">
      {materials.map(({ id, title, access, shown, newer }) => (
        <li key={id}>
          {access === 'open' ? <MaterialFile version={shown} title={title} /> : <p className="font-bold">{title}</p>}
          {access === 'open' ? null : <p className="text-ink-soft">{m.access[access]}</p>}
          {newer === null ? null : (
            <div className="border-l-4 border-line pl-4">
              <p className="text-ink-soft">{m.yours}</p>
              <p className="font-bold">{m.newer(newer.version, format.date(newer.addedAt))}</p>
              <p className="whitespace-pre-line">{newer.changes}</p>
              <MaterialFile version={newer} title={title} />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

/** All material of a piece of work by the step at which it is used. */
export function MaterialCard({ packageId }: { packageId: string }) {
  const { material: m, stepNumber } = useWorkerWords()
  const materials = useMaterials(packageId)
  if (materials.length === 0) return null
  const steps = [...new Set(materials.map(({ step }) => step))]
  return (
    <Card title={m.title}>
      <div className="space-y-4">
        {steps.map((step) => (
          <section key={step ?? 'whole'}>
            <h3 className="font-bold">{step === null ? m.whole : stepNumber(step + 1)}</h3>
            <MaterialList materials={materials.filter((each) => each.step === step)} />
          </section>
        ))}
      </div>
    </Card>
  )
}
