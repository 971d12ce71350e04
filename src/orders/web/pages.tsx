import { lazy } from 'react'
import { useRead } from '../../ui/client.ts'
import { definePages, defineSearch } from '../../ui/page.ts'
import { contract } from '../contract/index.ts'
import { documentHref } from './document-href.ts'
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

export const search = defineSearch(useOrderWords, contract.search, {
  order: { label: (m) => m.staff.orders, icon: 'work', page: '/orders/$orderId' },
  package: { label: (m) => m.staff.packages, icon: 'list', page: '/packages/$packageId' },
  job: { label: (m) => m.worker.jobs, icon: 'search', page: '/jobs/$packageId' },
  document: { label: (m) => m.worker.documents, icon: 'document', page: '/documents', href: documentHref },
})
