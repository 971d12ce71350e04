import { LinkButton } from '../../ui/button.tsx'
import { Select } from '../../ui/choice-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Form } from '../../ui/form.tsx'
import { YenField } from '../../ui/number-field.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import type { FormState } from '../../ui/use-form.ts'
import { contract as salesContract } from '../../sales/contract.ts'
import { contract as programmeContract } from '../../programme/contract/index.ts'
import { useRead } from '../../ui/client.ts'
import { useWholeList } from '../../ui/server-pages.ts'
import { useStaffWords } from './words.ts'

export type OrderValues = {
  clientId: string
  title: string
  description: string
  orderedOn: string
  dueOn: string
  amountYen: number | null
  municipalityId: string
}

type OrderFormProps = { form: FormState<OrderValues>; submit: string; back: string; isNew: boolean }

/** The fields of an order. The client of an existing order stays. */
export function OrderForm({ form, submit, back, isNew }: OrderFormProps) {
  const m = useStaffWords()
  const clients = useWholeList(salesContract.clients, {}, { enabled: isNew })
  const municipalities = useRead(programmeContract.municipalities, {})
  const fields = m.orderFields
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
      {isNew ? (
        <Select
          {...form.field('clientId')}
          label={m.client}
          help={fields.clientHelp}
          options={(clients.data?.rows ?? []).map((client) => ({ value: client.id, label: client.name }))}
          required
        />
      ) : null}
      <TextField {...form.field('title')} label={fields.title} required />
      <DateField {...form.field('orderedOn')} label={fields.orderedOn} required />
      <DateField
        {...form.field('dueOn')}
        label={fields.dueOn}
        required
        {...(form.values.orderedOn === '' ? {} : { min: form.values.orderedOn })}
      />
      <YenField {...form.field('amountYen')} label={fields.amountYen} required />
      <Select
        {...form.field('municipalityId')}
        label={fields.municipality}
        none={fields.noMunicipality}
        options={(municipalities.data?.rows ?? []).filter((each) => each.isMember).map((each) => ({ value: each.id, label: each.name }))}
      />
      <TextArea {...form.field('description')} label={fields.description} help={fields.descriptionHelp} limit={5000} />
    </Form>
  )
}

/** What the form holds, as the contract asks for it. */
export const orderInput = ({ municipalityId, ...values }: OrderValues) => ({
  ...values,
  municipalityId: municipalityId === '' ? null : municipalityId,
})
