import { PageTitle } from '../../ui/page-title.tsx'
import { Grid } from '../../ui/surface.tsx'
import { MyRecord } from './my-record.tsx'
import { BankAccountCard, InvoiceCard } from './payment-parts.tsx'
import { usePeopleWords } from './words.ts'

export default function MyPaymentPage() {
  const m = usePeopleWords().mine
  return (
    <>
      <PageTitle lead={m.paymentLead}>{m.paymentTitle}</PageTitle>
      <MyRecord>
        {(record) =>
          record.payment ? (
            <Grid min="large">
              <BankAccountCard workerId={record.id} payment={record.payment} />
              <InvoiceCard workerId={record.id} kind={record.kind} payment={record.payment} />
            </Grid>
          ) : null
        }
      </MyRecord>
    </>
  )
}
