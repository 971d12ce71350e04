import { firstOf, useAddress } from '../../ui/address.ts'
import { Link, useGo } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useSession } from '../../ui/session.ts'
import { Card } from '../../ui/surface.tsx'
import { AccountForm } from './account-form.tsx'
import { nextPath } from './auth-client.ts'
import { useProgrammeWords } from './words.ts'

export default function NewAccountPage() {
  const m = useProgrammeWords()
  const go = useGo()
  const { refresh } = useSession()
  const [address] = useAddress()
  return (
    <div className="mx-auto max-w-xl">
      <PageTitle lead={m.newAccount.lead}>{m.newAccount.title}</PageTitle>
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
