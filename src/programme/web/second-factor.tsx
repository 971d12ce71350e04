import QRCode from 'qrcode'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { Form } from '../../ui/form.tsx'
import { useSession } from '../../ui/session.ts'
import { Badge } from '../../ui/status.tsx'
import { Card, Heading, Stack } from '../../ui/surface.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { missingIn, useFreeForm } from '../../ui/use-form.ts'
import { answered, authClient, authRefusedAt } from './auth-client.ts'
import { foldCode } from '../../platform/typed-text.ts'
import { useProgrammeWords } from './words.ts'

interface Enrolment {
  uri: string
  backupCodes: string[]
}

/** The image as one path, so that no markup made of text enters the page. */
function QrImage({ text, label }: { text: string; label: string }) {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const dark = Array.from({ length: size * size }, (_, index) => index).filter(
    (index) => modules.get(Math.floor(index / size), index % size) === 1,
  )
  const path = dark.map((index) => `M${index % size} ${Math.floor(index / size)}h1v1h-1z`).join('')
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      shapeRendering="crispEdges"
      className="size-56 max-w-full rounded-8 border border-line bg-white"
    >
      <path d={path} fill="#000" />
    </svg>
  )
}

function PasswordStep({ submit, send }: { submit: string; send: (password: string) => Promise<void> }) {
  const m = useProgrammeWords()
  const form = useFreeForm({
    initial: { password: '' },
    check: (values) => missingIn(values, ['password']),
    send: ({ password }) => send(password),
    refusals: m.authErrors,
    refusedAt: authRefusedAt(),
  })
  return (
    <Form form={form} submit={submit} submitLook="outline">
      <TextField
        {...form.field('password')}
        label={m.signIn.password}
        help={m.account.passwordToGoOn}
        type="password"
        autoComplete="current-password"
        width="medium"
        required
      />
    </Form>
  )
}

function ScanStep({ enrolment, onDone }: { enrolment: Enrolment; onDone: () => void }) {
  const m = useProgrammeWords()
  const form = useFreeForm({
    initial: { code: '' },
    check: (values) => missingIn(values, ['code']),
    send: ({ code }) => answered(authClient.twoFactor.verifyTotp({ code: foldCode(code) })),
    onDone,
    refusals: m.authErrors,
    refusedAt: authRefusedAt(),
  })
  const secret = new URL(enrolment.uri).searchParams.get('secret') ?? ''
  return (
    <Stack gap="medium">
      <Heading level={3}>{m.account.scanTitle}</Heading>
      <p>{m.account.scanText}</p>
      <QrImage text={enrolment.uri} label={m.account.scanImage} />
      <p>
        <span className="block text-ink-soft">{m.account.secret}</span>
        <code className="break-all">{secret}</code>
      </p>
      <Form form={form} submit={m.account.confirm}>
        <CodeField {...form.field('code')} label={m.account.confirmCode} autoComplete="one-time-code" required />
      </Form>
    </Stack>
  )
}

function BackupCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const m = useProgrammeWords()
  return (
    <Stack gap="medium">
      <Heading level={3}>{m.account.backupTitle}</Heading>
      <p>{m.account.backupText}</p>
      <ul className="grid grid-cols-2 gap-2 rounded-8 bg-sunken p-4">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={onDone}>{m.account.backupDone}</Button>
      </div>
    </Stack>
  )
}

type Step = 'idle' | 'password' | 'scan' | 'backup'

/** Sets up the one-time code of an authenticator app: password, image, confirmation, backup codes. */
export function SecondFactor({ on }: { on: boolean }) {
  const m = useProgrammeWords()
  const { refresh } = useSession()
  const [step, setStep] = useState<Step>('idle')
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null)
  const begin = async (password: string): Promise<void> => {
    const data = await answered(authClient.twoFactor.enable({ password }))
    if (!data || !('totpURI' in data)) return
    setEnrolment({ uri: data.totpURI, backupCodes: data.backupCodes })
    setStep('scan')
  }
  const stop = async (password: string): Promise<void> => {
    await answered(authClient.twoFactor.disable({ password }))
    showToast(m.account.secondFactorStopped)
    setStep('idle')
    await refresh()
  }
  const finish = (): void => {
    setStep('idle')
    setEnrolment(null)
    void refresh()
  }
  return (
    <Card
      title={m.account.secondFactorTitle}
      aside={<Badge tone={on ? 'success' : 'warning'}>{on ? m.account.secondFactorOn : m.account.secondFactorOff}</Badge>}
    >
      <Stack gap="medium">
        <p>{m.account.secondFactorText}</p>
        {step === 'idle' ? (
          <div>
            <Button look={on ? 'outline' : 'solid'} onClick={() => setStep('password')}>
              {on ? m.account.secondFactorStop : m.account.secondFactorStart}
            </Button>
          </div>
        ) : null}
        {step === 'password' ? <PasswordStep submit={on ? m.account.secondFactorStop : m.account.goOn} send={on ? stop : begin} /> : null}
        {step === 'scan' && enrolment ? <ScanStep enrolment={enrolment} onDone={() => setStep('backup')} /> : null}
        {step === 'backup' && enrolment ? <BackupCodes codes={enrolment.backupCodes} onDone={finish} /> : null}
      </Stack>
    </Card>
  )
}
