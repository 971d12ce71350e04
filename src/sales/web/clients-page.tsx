import { Badge } from '../../ui/status.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { DataList } from '../../ui/data-list.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { useMay } from '../../ui/may.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { useWholeList } from '../../ui/server-pages.ts'
import { contract } from '../contract.ts'
import { useSalesWords } from './words.ts'

export default function ClientsPage() {
  const m = useSalesWords()
  const clients = useWholeList(contract.clients, {})
  const mayRegister = useMay(contract['record-client'])
  const register = mayRegister ? (
    <LinkButton href="/clients/new" icon="plus">
      {m.newClient}
    </LinkButton>
  ) : null
  return (
    <>
      <PageTitle lead={m.clientsLead} actions={register}>
        {m.clients}
      </PageTitle>
      <Loaded of={clients}>
        {(data) => (
          <DataList
            caption={m.clients}
            rows={data.rows}
            rowKey={(row) => row.id}
            columns={[
              { key: 'name', label: m.name, value: (row) => row.name, href: (row) => `/clients/${row.id}` },
              { key: 'kana', label: m.fields.nameKana, value: (row) => row.nameKana },
              { key: 'contact', label: m.fields.contactName, value: (row) => row.contactName },
              {
                key: 'kind',
                label: m.kind,
                value: (row) => m.kinds[row.isPublicBody ? 'public-body' : 'company'],
                show: (row) => <Badge>{m.kinds[row.isPublicBody ? 'public-body' : 'company']}</Badge>,
              },
            ]}
            filters={[
              {
                key: 'kind',
                label: m.kind,
                options: [
                  { value: 'company', label: m.kinds.company },
                  { value: 'public-body', label: m.kinds['public-body'] },
                ],
                of: (row) => (row.isPublicBody ? 'public-body' : 'company'),
              },
            ]}
            empty={{ title: m.noClients, text: m.noClientsText, ...(register ? { action: register } : {}) }}
          />
        )}
      </Loaded>
    </>
  )
}
