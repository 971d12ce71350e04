import { useQuery } from '@tanstack/react-query'
import { Button } from '../../ui/button.tsx'
import { useDeed } from '../../ui/client.ts'
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
  const { run, pending, refusal } = useDeed((error) =>
    error instanceof Refusal && error.code !== 'OTHER' ? error : new Refusal('PASSKEY', 400),
  )
  const passkeys = useQuery<{ id: string; name: string; createdAt: string }[], Refusal>({
    queryKey: ['account', 'passkeys'],
    queryFn: async () =>
      ((await answered(authClient.passkey.listUserPasskeys())) ?? []).map((key) => ({
        id: key.id,
        name: key.name ?? '',
        createdAt: new Date(key.createdAt).toISOString(),
      })),
  })
  const done = async (words: string): Promise<void> => {
    showToast(words)
    await passkeys.refetch()
  }
  const add = (): Promise<void> =>
    run(
      () => answered(authClient.passkey.addPasskey({ name: deviceName() })),
      () => done(m.account.passkeyAdded),
    )
  const remove = (id: string): Promise<void> =>
    run(
      () => answered(authClient.passkey.deletePasskey({ id })),
      () => done(m.account.passkeyRemoved),
    )
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
