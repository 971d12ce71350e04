import { useQuery } from '@tanstack/react-query'
import { Button } from '../../ui/button.tsx'
import { useDeed } from '../../ui/client.ts'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import type { Refusal } from '../../ui/request.ts'
import { Badge } from '../../ui/status.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { showToast } from '../../ui/toast.tsx'
import { answered, authClient } from './auth-client.ts'
import { deviceName } from './passkeys.tsx'
import { useProgrammeWords } from './words.ts'

const browsers = ['Edg', 'Firefox', 'Chrome', 'Safari'] as const
const browserNames: Record<(typeof browsers)[number], string> = { Edg: 'Edge', Firefox: 'Firefox', Chrome: 'Chrome', Safari: 'Safari' }

function describe(agent: string): string {
  const browser = browsers.find((name) => agent.includes(name))
  return [browser ? browserNames[browser] : '', deviceName(agent)].filter(Boolean).join(' / ')
}

/** A session is named by its public id: its token never leaves the cookie. */
const endSession = (id: string): Promise<unknown> => answered(authClient.$fetch('/revoke-session', { method: 'POST', body: { id } }))

/** Every place where the person is signed in; each can be ended. */
export function SignedInDevices() {
  const m = useProgrammeWords()
  const format = useFormat()
  const devices = useQuery<{ id: string; agent: string; createdAt: string; current: boolean }[], Refusal>({
    queryKey: ['account', 'sessions'],
    queryFn: async () => {
      const own = await answered(authClient.getSession())
      const sessions = (await answered(authClient.listSessions())) ?? []
      return sessions.map((session) => ({
        id: session.id,
        agent: session.userAgent ?? '',
        createdAt: new Date(session.createdAt).toISOString(),
        current: session.id === own?.session.id,
      }))
    },
  })
  const { run, refusal } = useDeed()
  const end = (work: () => Promise<unknown>): Promise<void> =>
    run(work, async () => {
      showToast(m.account.sessionEnded)
      await devices.refetch()
    })
  return (
    <Card title={m.account.sessionsTitle}>
      <Stack gap="medium">
        <p>{m.account.sessionsText}</p>
        <RefusalNotice refusal={refusal} words={m.authErrors} />
        <Loaded of={devices}>
          {(rows) => (
            <>
              <ul className="divide-y divide-line">
                {[...rows]
                  .sort((left, right) => Number(right.current) - Number(left.current))
                  .map((row) => (
                    <li key={row.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
                      <span className="min-w-0">
                        <span className="flex flex-wrap items-center gap-2 font-bold">
                          {describe(row.agent) || m.account.unknownDevice}
                          {row.current ? <Badge tone="info">{m.account.thisDevice}</Badge> : null}
                        </span>
                        <span className="text-ink-soft">{m.account.signedInAt(format.instant(row.createdAt))}</span>
                      </span>
                      {row.current ? null : (
                        <Button look="outline" size="small" onClick={() => void end(() => endSession(row.id))}>
                          {m.account.endSession}
                        </Button>
                      )}
                    </li>
                  ))}
              </ul>
              {rows.length > 1 ? (
                <div>
                  <Button look="outline" onClick={() => void end(() => answered(authClient.revokeOtherSessions()))}>
                    {m.account.endOthers}
                  </Button>
                </div>
              ) : null}
            </>
          )}
        </Loaded>
      </Stack>
    </Card>
  )
}
