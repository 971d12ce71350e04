import { Button } from '../../ui/button.tsx'
import { useWrite } from '../../ui/client.ts'
import { useGo } from '../../ui/navigation.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { showToast } from '../../ui/toast.tsx'
import { contract } from '../contract/index.ts'
import { useOrderWords } from './words.ts'

/** Two answers of the same look and size: saying no is as easy as saying yes. */
export function OfferAnswer({ offerId }: { offerId: string }) {
  const { worker: m, refusals } = useOrderWords()
  const go = useGo()
  const accept = useWrite(contract['accept-offer'], {
    onSuccess: () => go(`/offers/${offerId}`),
  })
  const decline = useWrite(contract['decline-offer'], {
    onSuccess: () => {
      showToast(m.declined)
      go('/offers')
    },
  })
  const busy = accept.pending || decline.pending
  return (
    <div className="space-y-3">
      <RefusalNotice refusal={accept.refusal ?? decline.refusal} words={refusals} />
      <div className="grid grid-cols-2 gap-3 print:hidden">
        <Button
          look="outline"
          size="large"
          wide
          className="px-2!"
          pending={accept.pending}
          disabled={busy && !accept.pending}
          onClick={() => void accept.run({ offerId }).catch(() => undefined)}
        >
          {m.accept}
        </Button>
        <Button
          look="outline"
          size="large"
          wide
          className="px-2!"
          pending={decline.pending}
          disabled={busy && !decline.pending}
          onClick={() => void decline.run({ offerId }).catch(() => undefined)}
        >
          {m.decline}
        </Button>
      </div>
    </div>
  )
}
