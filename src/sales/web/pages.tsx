import { lazy } from 'react'
import { read } from '../../ui/client.ts'
import { definePages, defineSearch } from '../../ui/page.ts'
import { contract } from '../contract.ts'
import { useSalesWords } from './words.ts'

const readers = ['sales', 'director', 'office', 'administrator'] as const

export const pages = definePages(useSalesWords, [
  {
    path: '/clients',
    title: (m) => m.clients,
    roles: readers,
    component: lazy(() => import('./clients-page.tsx')),
    menu: { roles: ['sales', 'director', 'office', 'administrator'], order: 40, icon: 'building' },
  },
  { path: '/clients/new', title: (m) => m.newClient, roles: ['sales', 'administrator'], component: lazy(() => import('./new-client-page.tsx')) },
  { path: '/clients/$clientId/edit', title: (m) => m.editClient, roles: ['sales', 'administrator'], component: lazy(() => import('./edit-client-page.tsx')) },
])

export const search = [
  defineSearch(useSalesWords, {
    kind: (m) => m.clients,
    roles: readers,
    find: async (text) => {
      const found = await read(contract.clients, { search: text, limit: 8 })
      return found.rows.map((row) => ({ id: row.id, title: row.name, detail: row.contactName, href: `/clients/${row.id}` }))
    },
  }),
]
