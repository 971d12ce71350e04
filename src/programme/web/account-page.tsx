import { RadioGroup } from '../../ui/choice-field.tsx'
import { Form } from '../../ui/form.tsx'
import { type Language, useLanguage } from '../../ui/language.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { useLanguageSwitch, useSession } from '../../ui/session.ts'
import { Card, Grid, Stack } from '../../ui/surface.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { missingIn, useFreeForm } from '../../ui/use-form.ts'
import { answered, authClient, authRefusedAt } from './auth-client.ts'
import { OwnDataCard } from './own-data-card.tsx'
import { Passkeys } from './passkeys.tsx'
import { SecondFactor } from './second-factor.tsx'
import { SignedInDevices } from './signed-in-devices.tsx'
import { useProgrammeWords } from './words.ts'

const languageNames = ['ja', 'easy', 'en'] as const

function NameForm({ name, email }: { name: string; email: string }) {
  const m = useProgrammeWords()
  const { refresh } = useSession()
  const language = useLanguage()
  const switchLanguage = useLanguageSwitch()
  const form = useFreeForm({
    initial: { name, language: language as Language | '' },
    check: (values) => missingIn(values, ['name']),
    send: (values) => answered(authClient.updateUser({ name: values.name.trim() })),
    onDone: (_, values) => {
      if (values.language !== '') switchLanguage(values.language)
      showToast(m.saved)
      void refresh()
    },
    refusals: m.authErrors,
    refusedAt: authRefusedAt(),
  })
  return (
    <Form form={form} submit={m.save} submitLook="outline">
      <p>
        <span className="block font-bold">{m.account.email}</span>
        {email}
      </p>
      <TextField {...form.field('name')} label={m.name} autoComplete="name" width="medium" required />
      <RadioGroup
        {...form.field('language')}
        label={m.account.language}
        options={languageNames.map((value) => ({ value, label: m.account.languages[value] }))}
      />
    </Form>
  )
}

function PasswordForm() {
  const m = useProgrammeWords()
  const empty = { currentPassword: '', newPassword: '' }
  const form = useFreeForm({
    initial: empty,
    check: (values) => missingIn(values, ['currentPassword', 'newPassword']),
    send: (values) => answered(authClient.changePassword({ ...values, revokeOtherSessions: true })),
    onDone: () => {
      showToast(m.account.passwordChanged)
      form.discardDraft()
    },
    refusals: m.authErrors,
    refusedAt: authRefusedAt('newPassword'),
  })
  return (
    <Form form={form} submit={m.account.changePassword} submitLook="outline">
      <TextField
        {...form.field('currentPassword')}
        label={m.account.currentPassword}
        type="password"
        autoComplete="current-password"
        width="medium"
        required
      />
      <TextField
        {...form.field('newPassword')}
        label={m.account.newPassword}
        help={m.account.newPasswordHelp}
        type="password"
        autoComplete="new-password"
        width="medium"
        required
      />
    </Form>
  )
}

function Roles() {
  const m = useProgrammeWords()
  const { memberships } = useSession()
  if (memberships.length === 0) return <p>{m.account.noRoles}</p>
  return (
    <ul className="divide-y divide-line">
      {memberships.map((membership) => (
        <li key={`${membership.programmeId} ${membership.role} ${membership.scopeId ?? ''}`} className="py-2">
          <span className="font-bold">{m.roles[membership.role]}</span>
          <span className="block text-ink-soft">
            {[...new Set([membership.programmeName, membership.scopeName])].filter(Boolean).join(' / ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

export default function AccountPage() {
  const m = useProgrammeWords()
  const { account } = useSession()
  if (!account) return <PageTitle>{m.account.title}</PageTitle>
  return (
    <>
      <PageTitle lead={m.account.lead}>{m.account.title}</PageTitle>
      <Grid min="large">
        <Stack>
          <Card title={m.account.nameTitle}>
            <NameForm name={account.name} email={account.email} />
          </Card>
          <Card title={m.account.rolesTitle}>
            <Roles />
          </Card>
          <Card title={m.account.passwordTitle}>
            <PasswordForm />
          </Card>
        </Stack>
        <Stack>
          <SecondFactor on={account.secondFactor} />
          <Passkeys />
          <SignedInDevices />
          <OwnDataCard />
        </Stack>
      </Grid>
    </>
  )
}
