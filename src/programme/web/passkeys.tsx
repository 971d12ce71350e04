import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Refusal } from '../../ui/request.ts'
import { Card, Stack } from '../../ui/surface.tsx'
import { showToast } from '../../ui/toast.tsx'
import { answered, authClient } from './auth-client.ts'
import { useProgrammeWords } from './words.ts'

export function Passkeys() {
  const m = useProgrammeWords()
  const format = useFormat()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [pending, setPending] = useState(false)
  const passkeys = useQuery<{ id: string; name: string; createdAt: string }[], Refusal>({
    queryKey: ['account', 'passkeys'],
    queryFn: async () =>
      ((await answered(authClient.passkey.listUserPasskeys())) ?? []).map((key) => ({
        id: key.id,
        name: key.name ?? '',
        createdAt: new Date(key.createdAt).toISOString(),
      })),
  })
  const run = async (work: () => Promise<unknown>, done: string): Promise<void> => {
    setPending(true)
    setRefusal(null)
    try {
      await work()
      showToast(done)
      await passkeys.refetch()
    } catch (error) {
      setRefusal(error instanceof Refusal && error.code !== 'OTHER' ? error : new Refusal('PASSKEY', 400))
    } finally {
      setPending(false)
    }
  }
  const add = (): Promise<void> => run(() => answered(authClient.passkey.addPasskey({ name: deviceName() })), m.account.passkeyAdded)
  const remove = (id: string): Promise<void> => run(() => answered(authClient.passkey.deletePasskey({ id })), m.account.passkeyRemoved)
  return (
    <Card title={m.account.passkeysTitle}>
      <Stack gap="medium">
        <p>{m.account.passkeysText}</p>
        <RefusalNotice refusal={refusal} words={m.authErrors} />
        <Loaded of={passkeys} lines={2}>
          {(rows) =>
            rows.length === 0 ? (
              <p className="text-ink-soft">{m.account.noPasskeys}</p>
            ) : (
              <ul className="divide-y divide-line">
                {rows.map((row) => (
                  <li key={row.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
                    <span>
                      <span className="block font-bold">{row.name === '' ? m.account.unnamedPasskey : row.name}</span>
                      <span className="text-ink-soft">{format.date(row.createdAt)}</span>
                    </span>
                    <Button look="outline" size="small" onClick={() => void remove(row.id)}>
                      {m.account.removePasskey}
                    </Button>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
        <div>
          <Button look="outline" icon="plus" pending={pending} onClick={() => void add()}>
            {m.account.addPasskey}
          </Button>
        </div>
      </Stack>
    </Card>
  )
}

/** Enough to tell one's devices apart: `Android`, `Windows`, `iPhone`. */
export function deviceName(agent: string = navigator.userAgent): string {
  const known = ['iPhone', 'iPad', 'Android', 'Windows', 'Macintosh', 'CrOS', 'Linux']
  return known.find((name) => agent.includes(name)) ?? ''
}
