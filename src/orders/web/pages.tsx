import { lazy } from 'react'
import { read, useRead } from '../../ui/client.ts'
import { definePages, defineSearch } from '../../ui/page.ts'
import { contract } from '../contract/index.ts'
import { useOrderWords } from './words.ts'

const overseers = ['director', 'sales', 'office', 'coordinator', 'administrator'] as const
const directors = ['director', 'administrator'] as const

const useOpenOfferCount = (): number | null => useRead(contract.offers, { limit: 1 }).data?.total ?? null
const useOpenQuestionCount = (): number | null => useRead(contract.questions, { limit: 1 }).data?.total ?? null

export const pages = definePages(useOrderWords, [
  { path: '/home/sales', title: (m) => m.staff.salesHome, roles: ['sales'], home: 'sales', component: lazy(() => import('./sales-home-page.tsx')), menu: { roles: ['sales'], order: 0, icon: 'home' } },
  { path: '/clients/$clientId', title: (m) => m.staff.client, roles: ['sales', 'director', 'office', 'administrator'], component: lazy(() => import('./client-page.tsx')) },
  {
    path: '/orders',
    title: (m) => m.staff.orders,
    roles: overseers,
    component: lazy(() => import('./orders-page.tsx')),
    menu: { roles: overseers, order: 20, icon: 'work' },
  },
  { path: '/orders/new', title: (m) => m.staff.newOrder, roles: ['sales', ...directors], component: lazy(() => import('./new-order-page.tsx')) },
  { path: '/orders/$orderId', title: (m) => m.staff.order, roles: [...overseers, 'leader'], component: lazy(() => import('./order-page.tsx')) },
  { path: '/orders/$orderId/edit', title: (m) => m.staff.editOrder, roles: ['sales', ...directors], component: lazy(() => import('./edit-order-page.tsx')) },
  { path: '/orders/$orderId/packages/new', title: (m) => m.staff.newPackage, roles: directors, component: lazy(() => import('./new-package-page.tsx')) },
  { path: '/packages/$packageId', title: (m) => m.staff.package, roles: [...overseers, 'leader'], component: lazy(() => import('./package-page.tsx')) },
  { path: '/packages/$packageId/edit', title: (m) => m.staff.editPackage, roles: directors, component: lazy(() => import('./edit-package-page.tsx')) },
  {
    path: '/questions',
    title: (m) => m.staff.questions,
    roles: [...directors, 'leader'],
    component: lazy(() => import('./questions-page.tsx')),
    menu: { roles: ['director', 'leader'], order: 50, icon: 'question', useCount: useOpenQuestionCount },
  },
  {
    path: '/offers',
    title: (m) => m.worker.offers,
    roles: ['worker'],
    component: lazy(() => import('./offers-page.tsx')),
    menu: { roles: ['worker'], order: 20, icon: 'inbox', label: (m) => m.worker.offersShort, useCount: useOpenOfferCount },
  },
  { path: '/offers/$offerId', title: (m) => m.worker.offer, roles: ['worker'], component: lazy(() => import('./offer-page.tsx')) },
  {
    path: '/jobs',
    title: (m) => m.worker.jobs,
    roles: ['worker'],
    component: lazy(() => import('./jobs-page.tsx')),
    menu: { roles: ['worker'], order: 30, icon: 'search', label: (m) => m.worker.jobsShort },
  },
  { path: '/jobs/$packageId', title: (m) => m.worker.job, roles: ['worker'], component: lazy(() => import('./job-page.tsx')) },
  { path: '/manuals/$packageId', title: (m) => m.worker.manual, roles: ['worker', 'leader', ...directors], component: lazy(() => import('./manual-page.tsx')) },
  { path: '/notices/$documentId', title: (m) => m.worker.notice, roles: 'signed-in', component: lazy(() => import('./notice-page.tsx')) },
  {
    path: '/documents',
    title: (m) => m.worker.documents,
    roles: ['worker'],
    component: lazy(() => import('./documents-page.tsx')),
    menu: { roles: ['worker'], order: 70, icon: 'document', label: (m) => m.worker.documentsShort },
  },
])

export const search = [
  defineSearch(useOrderWords, {
    kind: (m) => m.staff.orders,
    roles: overseers,
    find: async (text) => {
      const found = await read(contract.orders, { search: text, state: 'all', limit: 8 })
      return found.rows.map((row) => ({ id: row.id, title: `${row.number} ${row.title}`, detail: row.clientName, href: `/orders/${row.id}` }))
    },
  }),
  defineSearch(useOrderWords, {
    kind: (m) => m.worker.jobs,
    roles: ['worker'],
    find: async (text) => {
      const found = await read(contract.jobs, { search: text, limit: 8 })
      return found.rows.map((row) => ({ id: row.packageId, title: row.title, detail: row.workKindJa, href: `/jobs/${row.packageId}` }))
    },
  }),
]
