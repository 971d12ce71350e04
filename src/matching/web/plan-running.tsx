import { useEffect } from 'react'
import { Button } from '../../ui/button.tsx'
import { useRead, useWrite } from '../../ui/client.ts'
import { useFormat } from '../../ui/format.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { ProgressBar } from '../../ui/status.tsx'
import { NextStep } from '../../ui/surface.tsx'
import { contract } from '../contract/index.ts'
import { stages } from '../contract/shapes.ts'
import { useMatchingWords } from './words.ts'

/** The calculation under way: stage, time, how near the best; it goes on without this page. */
export function PlanRunning({ planId, onEnd }: { planId: string; onEnd: () => void }) {
  const m = useMatchingWords()
  const { number, percent } = useFormat()
  const { data } = useRead(contract['plan-progress'], { planId }, { everySeconds: 1 })
  const stop = useWrite(contract['stop-plan'])
  const ended = data !== undefined && data.state !== 'running'
  useEffect(() => {
    if (ended) onEnd()
  }, [ended, onEnd])
  const progress = data?.progress ?? null
  const stage = progress?.stage ?? 'gather'
  const share = progress?.share ?? null
  const words = m.plan.running
  return (
    <NextStep
      title={words.title}
      icon="clock"
      actions={
        <Button
          look="outline"
          pending={stop.pending}
          disabled={data?.stopAsked ?? false}
          onClick={() => stop.run({ planId }).catch(() => undefined)}
        >
          {words.stop}
        </Button>
      }
    >
      <p>{words.text}</p>
      <div role="status">
        <ProgressBar
          label={words.stages[stage]}
          share={share ?? (stages.indexOf(stage) + 1) / (stages.length + 1)}
          text={share === null ? words.seconds(number(Math.round(progress?.seconds ?? 0))) : `${words.share} ${percent(share)}`}
        />
      </div>
      {data?.stopAsked ? <p>{words.stopping}</p> : null}
      <RefusalNotice refusal={stop.refusal} words={m.refusals} />
    </NextStep>
  )
}
