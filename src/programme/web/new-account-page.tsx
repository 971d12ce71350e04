import { firstOf, useAddress } from '../../ui/address.ts'
import { Link, useGo } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useSession } from '../../ui/session.ts'
import { Notice } from '../../ui/status.tsx'
import { Card } from '../../ui/surface.tsx'
import { AccountForm } from './account-form.tsx'
import { nextPath } from './auth-client.ts'
import { useProgrammeWords } from './words.ts'

export default function NewAccountPage() {
  const m = useProgrammeWords()
  const go = useGo()
  const { doors, refresh } = useSession()
  const [address] = useAddress()
  return (
    <div className="mx-auto max-w-xl">
      <PageTitle lead={m.newAccount.lead}>{m.newAccount.title}</PageTitle>
      {doors.signUp ? null : <Notice tone="info">{m.signIn.byInvitation}</Notice>}
      <Card>
        <AccountForm
          submit={m.newAccount.submit}
          then={async () => {
            await refresh()
            go(nextPath(firstOf(address['next'])), { replace: true })
          }}
          aside={<Link href="/sign-in">{m.newAccount.haveOne}</Link>}
        />
      </Card>
    </div>
  )
}
