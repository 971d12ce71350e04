import { lazy } from 'react'
import { definePages, defineSearch } from '../../ui/page.ts'
import { contract } from '../contract.ts'
import { useSalesWords } from './words.ts'

export const pages = definePages(useSalesWords, [
  {
    path: '/clients',
    title: (m) => m.clients,
    needs: contract.clients,
    component: lazy(() => import('./clients-page.tsx')),
    menu: { order: 40, icon: 'building' },
  },
  {
    path: '/clients/new',
    title: (m) => m.newClient,
    needs: contract['record-client'],
    component: lazy(() => import('./new-client-page.tsx')),
  },
  {
    path: '/clients/$clientId/edit',
    title: (m) => m.editClient,
    needs: contract['change-client'],
    component: lazy(() => import('./edit-client-page.tsx')),
  },
  {
    path: '/administration/ended-clients',
    title: (m) => m.ended.title,
    needs: contract['ended-clients'],
    component: lazy(() => import('./ended-clients-page.tsx')),
    menu: { order: 26, icon: 'building' },
  },
])

export const search = defineSearch(useSalesWords, contract.search, {
  client: { label: (m) => m.clients, icon: 'building', page: '/clients/$clientId' },
})
