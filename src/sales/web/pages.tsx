import { lazy } from 'react'
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

export const search = defineSearch(useSalesWords, contract.search, { client: { label: (m) => m.clients, icon: 'building', page: '/clients/$clientId' } })
