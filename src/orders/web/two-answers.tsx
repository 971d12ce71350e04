import { Button } from '../../ui/button.tsx'

type TwoAnswersProps = { agree: string; keep: string; disabled: boolean; reply: (agree: boolean) => void }

/** To agree, or to leave things as they are: two buttons of the same size and look, so that neither is urged. */
export function TwoAnswers({ agree, keep, disabled, reply }: TwoAnswersProps) {
  return (
    <div className="grid grid-cols-2 gap-3">
      <Button look="outline" size="large" wide className="px-2!" disabled={disabled} onClick={() => reply(true)}>
        {agree}
      </Button>
      <Button look="outline" size="large" wide className="px-2!" disabled={disabled} onClick={() => reply(false)}>
        {keep}
      </Button>
    </div>
  )
}
