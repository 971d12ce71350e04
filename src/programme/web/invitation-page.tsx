import { useState } from 'react'
import { Button, LinkButton } from '../../ui/button.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { useFormat } from '../../ui/format.ts'
import { Skeleton } from '../../ui/loading.tsx'
import { useGo, useHref, useParam } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Refusal } from '../../ui/request.ts'
import { useSession } from '../../ui/session.ts'
import { Notice } from '../../ui/status.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { showToast } from '../../ui/toast.tsx'
import { uniqueId } from '../../ui/unique-id.ts'
import { contract } from '../contract/index.ts'
import { AccountForm } from './account-form.tsx'
import { answered, authClient } from './auth-client.ts'
import { useReadIn, writeIn } from './in-programme.ts'
import { useSecretOfLink } from './secret-link.ts'
import { useProgrammeWords } from './words.ts'

function useAccept(programmeId: string, token: string) {
  const m = useProgrammeWords()
  const go = useGo()
  const { refresh } = useSession()
  const [key] = useState(uniqueId)
  return async (): Promise<void> => {
    await writeIn(programmeId, contract['accept-invitation'], { token }, key)
    showToast(m.invitation.accepted)
    await refresh()
    go('/', { replace: true })
  }
}

/** Tries to accept, and keeps why it was refused. */
function useAttempt(accept: () => Promise<void>) {
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const { refresh } = useSession()
  const attempt = async (): Promise<void> => {
    setPending(true)
    try {
      await accept()
    } catch (error) {
      setRefusal(error instanceof Refusal ? error : new Refusal('internal', 0))
      await refresh()
    } finally {
      setPending(false)
    }
  }
  return { attempt, pending, refusal }
}

/** Ends the session and opens the same page for somebody else. */
function SignOutButton() {
  const m = useProgrammeWords()
  const signOut = async (): Promise<void> => {
    await answered(authClient.signOut())
    location.reload()
  }
  return (
    <Button look="outline" size="small" onClick={() => void signOut()}>
      {m.invitation.signOut}
    </Button>
  )
}

function Entrance({ email, accept }: { email: string; accept: () => Promise<void> }) {
  const m = useProgrammeWords()
  const href = useHref()
  const { account } = useSession()
  const { attempt, pending, refusal } = useAttempt(accept)
  if (account && account.email.toLowerCase() !== email.toLowerCase()) {
    return (
      <Notice tone="warning" actions={<SignOutButton />}>
        {m.invitation.forAnother(email, account.email)}
      </Notice>
    )
  }
  if (account) {
    return (
      <Card title={m.invitation.asSignedIn(account.name)}>
        <Stack gap="medium">
          <RefusalNotice refusal={refusal} words={m.refusals} />
          <Button size="large" wide pending={pending} onClick={() => void attempt()}>
            {m.invitation.accept}
          </Button>
        </Stack>
      </Card>
    )
  }
  return (
    <>
      <Card title={m.invitation.newTitle}>
        <Stack gap="medium">
          <p>{m.invitation.newText}</p>
          <AccountForm submit={m.invitation.newSubmit} email={email} then={attempt} />
        </Stack>
      </Card>
      <Card title={m.newAccount.haveOne}>
        <Stack gap="medium">
          <p>{m.invitation.otherAccount}</p>
          <LinkButton look="outline" wide href={`/sign-in?${new URLSearchParams({ next: href })}`}>
            {m.signIn.submit}
          </LinkButton>
        </Stack>
      </Card>
    </>
  )
}

export default function InvitationPage() {
  const m = useProgrammeWords()
  const format = useFormat()
  const programmeId = useParam('programmeId')
  const token = useSecretOfLink()
  const accept = useAccept(programmeId, token)
  const invitation = useReadIn(programmeId, contract.invitation, { token }, { enabled: token !== '' })
  const { data } = invitation
  return (
    <div className="mx-auto max-w-xl">
      <PageTitle lead={data ? m.invitation.lead(data.programmeName) : undefined}>{m.invitation.title}</PageTitle>
      {data ? (
        <Stack>
          <Card>
            <DescriptionList
              items={[
                { term: m.invitation.operator, value: data.operatorName },
                { term: m.invitation.role, value: m.roles[data.role] },
                data.scopeName === '' ? null : { term: m.invitation.scope, value: data.scopeName },
                { term: m.invitation.expires, value: format.instant(data.expiresAt) },
              ]}
            />
          </Card>
          {data.state === 'open' ? (
            <Entrance email={data.email} accept={accept} />
          ) : (
            <Notice tone="warning">{m.invitation.states[data.state]}</Notice>
          )}
        </Stack>
      ) : invitation.error || token === '' ? (
        <Notice tone="warning">{m.invitation.missing}</Notice>
      ) : (
        <Skeleton />
      )}
    </div>
  )
}
