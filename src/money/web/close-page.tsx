import { Button } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { useParam } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Steps } from '../../ui/steps.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { contract } from '../contract/index.ts'
import { ClosedRuns } from './closed-runs.tsx'
import { CloseStep } from './close-step.tsx'
import { ReceiptsStep } from './receipts-step.tsx'
import { UndecidedStep } from './undecided-step.tsx'
import type { Stair } from './answers.ts'
import { useMoneyWords } from './words.ts'

const keys = ['receipts', 'undecided', 'totals', 'close', 'pay', 'results'] as const

/** The first step that is not done. Lines that arrived after a close begin the stair again. */
function currentStep(stair: Stair): number {
  if (stair.open.lineCount > 0) {
    if (stair.waitingCount + stair.overdueCount + stair.unpostedCount > 0) return 0
    return stair.undecided.length > 0 ? 1 : 2
  }
  if (stair.closes.length === 0) return 0
  const waiting = stair.closes.some((close) => close.batches.some((batch) => batch.state === 'exported'))
  if (waiting) return 5
  return stair.closes.some((close) => close.paidYen < close.owedYen) ? 4 : keys.length
}

export default function ClosePage() {
  const m = useMoneyWords()
  const format = useFormat()
  const month = useParam('month')
  const stair = useRead(contract.close, { month: `${month}-01` }, { everySeconds: 30 })
  const again = (
    <Button look="quiet" size="small" onClick={() => void stair.refetch()}>
      {m.closing.again}
    </Button>
  )
  return (
    <>
      <PageTitle lead={m.closing.lead}>{format.month(month)}</PageTitle>
      <Loaded of={stair} lines={12}>
        {(data) => (
          <Stack>
            <Card>
              <Steps
                label={m.closing.stair}
                steps={keys.map((key) => ({ key, label: m.closing.steps[key] }))}
                current={currentStep(data)}
              />
            </Card>
            <ReceiptsStep stair={data} again={again} />
            <UndecidedStep stair={data} />
            <CloseStep key={`${data.open.lineCount} ${data.open.netYen}`} stair={data} again={again} />
            <ClosedRuns stair={data} />
          </Stack>
        )}
      </Loaded>
    </>
  )
}
