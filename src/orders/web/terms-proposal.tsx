import { useRead, useWrite } from '../../ui/client.ts'
import { DescriptionList } from '../../ui/description-list.tsx'
import { useFormat } from '../../ui/format.ts'
import { useGo } from '../../ui/navigation.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { NextStep } from '../../ui/surface.tsx'
import { showToast } from '../../ui/toast.tsx'
import { contract } from '../contract/index.ts'
import { TwoAnswers } from './two-answers.tsx'
import { useOrderWords } from './words.ts'

type TermsProposalProps = { assignmentId: string; unitName: string; unitPriceYen: number; dueOn: string }

/** Other terms that wait for the worker's answer: what is now beside what would be, and two answers of the same size. */
export function TermsProposal({ assignmentId, unitName, unitPriceYen, dueOn }: TermsProposalProps) {
  const { worker, refusals } = useOrderWords()
  const m = worker.terms
  const format = useFormat()
  const go = useGo()
  const change = useRead(contract['my-terms'], { assignmentId }).data?.changes.find((each) => each.state === 'open')
  const answer = useWrite(contract['answer-terms'], {
    onSuccess: (output, { agree }) => {
      showToast(agree ? m.agreed : m.kept)
      if (output.noticeDocumentId !== null) go(`/notices/${output.noticeDocumentId}`)
    },
  })
  if (!change) return null
  const reply = (agree: boolean) => void answer.run({ changeId: change.id, agree }).catch(() => undefined)
  const compared = (now: string, then: string): string => (now === then ? m.same(now) : m.fromTo(now, then))
  return (
    <NextStep title={m.proposalTitle(`${format.number(change.units)}${unitName}`)} icon="handshake">
      <DescriptionList
        items={[
          { term: m.price, value: compared(format.yen(unitPriceYen), format.yen(change.unitPriceYen)) },
          { term: worker.due, value: compared(format.date(dueOn), format.date(change.dueOn)) },
          { term: worker.fee, value: format.yen(change.units * change.unitPriceYen) },
          { term: worker.reason, value: <span className="whitespace-pre-line">{change.reason}</span> },
        ]}
      />
      <p>{m.proposalText}</p>
      <RefusalNotice refusal={answer.refusal} words={refusals} />
      <TwoAnswers agree={m.agree} keep={m.keep} disabled={answer.pending} reply={reply} />
    </NextStep>
  )
}
