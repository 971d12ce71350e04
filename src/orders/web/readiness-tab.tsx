import type { z } from 'zod'
import { Button, LinkButton } from '../../ui/button.tsx'
import { useRead, useWrite } from '../../ui/client.ts'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { useMay } from '../../ui/may.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Notice } from '../../ui/status.tsx'
import { Heading, Stack } from '../../ui/surface.tsx'
import { showToast } from '../../ui/toast.tsx'
import { contract } from '../contract/index.ts'
import { isCalendarDate } from '../../units/calendar-date.ts'
import type { PackageView } from './answers.ts'
import { useOrderWords } from './words.ts'

type Finding = z.output<(typeof contract)['readiness']['output']>['findings'][number]

/** Every finding with how to mend it, and the button that publishes when nothing stands in the way. */
export function ReadinessTab({ work }: { work: PackageView }) {
  const { staff: m, refusals } = useOrderWords()
  const format = useFormat()
  const readiness = useRead(contract.readiness, { packageId: work.id })
  const mayTry = useMay(contract['publish-package'])
  const mayPublish = mayTry && work.state === 'preparing'
  const publish = useWrite(contract['publish-package'], { onSuccess: () => showToast(m.published) })
  return (
    <Loaded of={readiness}>
      {({ findings, passedAt }) => {
        const musts = findings.filter((finding) => finding.level === 'must')
        return (
          <Stack gap="medium">
            <Heading>{m.readinessTitle}</Heading>
            {musts.length === 0 ? (
              <Notice tone="success">{m.readinessOk}</Notice>
            ) : (
              <Notice tone="warning">{m.readinessMissing(musts.length)}</Notice>
            )}
            <FindingList
              findings={[...musts, ...findings.filter((finding) => finding.level === 'advice')]}
              work={work}
              mayMend={mayPublish}
            />
            {passedAt === null ? null : (
              <p className="text-ink-soft">
                {m.readinessPassed} {format.instant(passedAt)}
              </p>
            )}
            <RefusalNotice refusal={publish.refusal} words={refusals} />
            {mayPublish ? (
              <div>
                <Button
                  disabled={musts.length > 0}
                  pending={publish.pending}
                  onClick={() => void publish.run({ packageId: work.id }).catch(() => undefined)}
                >
                  {m.publish}
                </Button>
              </div>
            ) : null}
          </Stack>
        )
      }}
    </Loaded>
  )
}

function FindingList({ findings, work, mayMend }: { findings: readonly Finding[]; work: PackageView; mayMend: boolean }) {
  const { staff: m, findings: sentences } = useOrderWords()
  const format = useFormat()
  const sentenceOf = ({ code, params }: Finding): string => {
    const sentence = sentences[code]
    if (typeof sentence === 'string') return sentence
    return sentence(
      Object.fromEntries(
        Object.entries(params).map(([key, value]) => [
          key,
          isCalendarDate(value) ? format.date(value) : typeof value === 'number' ? format.number(value) : value,
        ]),
      ),
    )
  }
  return (
    <ul className="space-y-3">
      {findings.map((finding) => (
        <li key={finding.code}>
          <Notice
            tone={finding.level === 'must' ? 'danger' : 'info'}
            title={finding.level === 'must' ? m.must : m.advice}
            {...(mayMend && hrefOf(finding, work.id) !== null
              ? {
                  actions: (
                    <LinkButton look="outline" size="small" href={hrefOf(finding, work.id) ?? ''}>
                      {m.fix}
                    </LinkButton>
                  ),
                }
              : {})}
          >
            {sentenceOf(finding)}
          </Notice>
        </li>
      ))}
    </ul>
  )
}

/** Where a finding is mended; null where somebody else must do it. */
function hrefOf({ code }: Finding, packageId: string): string | null {
  if (code === 'manual-unpublished') return `/packages/${packageId}?tab=manual`
  const elsewhere = code.startsWith('operator-') || code === 'reference-unknown' || code === 'nobody-fits' || code.startsWith('pay-date')
  return elsewhere ? null : `/packages/${packageId}/edit`
}
