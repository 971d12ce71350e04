import { TextArea, TextField } from '../../ui/text-field.tsx'
import { PhoneField } from '../../ui/code-field.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Checkbox } from '../../ui/choice-field.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormState } from '../../ui/use-form.ts'
import { useSalesWords } from './words.ts'

export const noClient = {
  name: '',
  nameKana: '',
  postalAddress: '',
  contactName: '',
  contactEmail: '',
  contactPhone: '',
  paymentTerms: '',
  paymentDueDays: 30 as number | null,
  isPublicBody: false,
  note: '',
}
export type ClientValues = typeof noClient

/** The fields of a client, for registering and for editing. */
export function ClientForm({ form, submit, back }: { form: FormState<ClientValues>; submit: string; back: string }) {
  const m = useSalesWords()
  return (
    <Form
      form={form}
      submit={submit}
      aside={
        <LinkButton look="outline" href={back}>
          {m.back}
        </LinkButton>
      }
    >
      <TextField {...form.field('name')} label={m.name} help={m.fields.nameHelp} required />
      <TextField {...form.field('nameKana')} label={m.fields.nameKana} help={m.fields.nameKanaHelp} />
      <Checkbox {...form.field('isPublicBody')} label={m.fields.isPublicBody} />
      <TextField {...form.field('postalAddress')} label={m.address} autoComplete="street-address" />
      <TextField {...form.field('contactName')} label={m.fields.contactName} />
      <TextField {...form.field('contactEmail')} label={m.fields.contactEmail} type="email" />
      <PhoneField {...form.field('contactPhone')} label={m.fields.contactPhone} />
      <NumberField {...form.field('paymentDueDays')} label={m.fields.paymentDueDays} unit={m.fields.days} width="short" required />
      <TextField {...form.field('paymentTerms')} label={m.fields.paymentTerms} help={m.fields.paymentTermsHelp} />
      <TextArea {...form.field('note')} label={m.fields.note} limit={2000} />
    </Form>
  )
}
