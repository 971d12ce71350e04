import { lazy } from 'react'
import { useRead } from '../../ui/client.ts'
import { definePages, defineSearch } from '../../ui/page.ts'
import { contract as salesContract } from '../../sales/contract.ts'
import { contract } from '../contract/index.ts'
import { answeringDaily, directing } from '../rules/who-may.ts'
import { documentHref } from './document-href.ts'
import { useOrderWords } from './words.ts'

const useOpenOfferCount = (): number | null => useRead(contract.offers, { limit: 1 }).data?.total ?? null
const useOpenQuestionCount = (): number | null => useRead(contract.questions, { limit: 1 }).data?.total ?? null

const useRequestCount = (): number | null => useRead(contract['worker-requests'], {}).data?.openCount ?? null

export const pages = definePages(useOrderWords, [
  {
    path: '/home/sales',
    title: (m) => m.staff.home,
    needs: contract['won-orders'],
    home: 'role',
    component: lazy(() => import('./sales-home-page.tsx')),
    menu: { order: 0, icon: 'home' },
  },
  {
    path: '/clients/$clientId',
    title: (m) => m.staff.client,
    needs: salesContract.client,
    component: lazy(() => import('./client-page.tsx')),
  },
  {
    path: '/orders',
    title: (m) => m.staff.orders,
    needs: contract.orders,
    component: lazy(() => import('./orders-page.tsx')),
    menu: { order: 20, icon: 'work' },
  },
  {
    path: '/orders/new',
    title: (m) => m.staff.newOrder,
    needs: contract['record-order'],
    component: lazy(() => import('./new-order-page.tsx')),
  },
  { path: '/orders/$orderId', title: (m) => m.staff.order, needs: contract.order, component: lazy(() => import('./order-page.tsx')) },
  {
    path: '/orders/$orderId/edit',
    title: (m) => m.staff.editOrder,
    needs: contract['change-order'],
    component: lazy(() => import('./edit-order-page.tsx')),
  },
  {
    path: '/orders/$orderId/packages/new',
    title: (m) => m.staff.newPackage,
    needs: contract['add-package'],
    component: lazy(() => import('./new-package-page.tsx')),
  },
  {
    path: '/packages/$packageId',
    title: (m) => m.staff.package,
    needs: contract.package,
    component: lazy(() => import('./package-page.tsx')),
  },
  {
    path: '/packages/$packageId/edit',
    title: (m) => m.staff.editPackage,
    needs: contract['change-package'],
    component: lazy(() => import('./edit-package-page.tsx')),
  },
  {
    path: '/worker-requests',
    title: (m) => m.staff.requests.title,
    needs: contract['worker-requests'],
    component: lazy(() => import('./worker-requests-page.tsx')),
    menu: { order: 55, icon: 'handshake', label: (m) => m.staff.requests.short, useCount: useRequestCount },
  },
  {
    path: '/work-kinds',
    title: (m) => m.staff.workKinds.title,
    needs: contract['record-work-kind'],
    component: lazy(() => import('./work-kinds-page.tsx')),
    menu: { daily: directing, order: 66, icon: 'list', label: (m) => m.staff.workKinds.short },
  },
  {
    path: '/questions',
    title: (m) => m.staff.questions,
    needs: contract.questions,
    component: lazy(() => import('./questions-page.tsx')),
    menu: { daily: answeringDaily, order: 50, icon: 'question', useCount: useOpenQuestionCount },
  },
  {
    path: '/offers',
    title: (m) => m.worker.offers,
    needs: contract.offers,
    component: lazy(() => import('./offers-page.tsx')),
    menu: { order: 20, icon: 'inbox', label: (m) => m.worker.offersShort, useCount: useOpenOfferCount },
  },
  { path: '/offers/$offerId', title: (m) => m.worker.offer, needs: contract.offer, component: lazy(() => import('./offer-page.tsx')) },
  {
    path: '/jobs',
    title: (m) => m.worker.jobs,
    needs: contract.jobs,
    component: lazy(() => import('./jobs-page.tsx')),
    menu: { order: 30, icon: 'search', label: (m) => m.worker.jobsShort },
  },
  { path: '/jobs/$packageId', title: (m) => m.worker.job, needs: contract.job, component: lazy(() => import('./job-page.tsx')) },
  {
    path: '/manuals/$packageId',
    title: (m) => m.worker.manual,
    needs: contract.manual,
    component: lazy(() => import('./manual-page.tsx')),
  },
  {
    path: '/notices/$documentId',
    title: (m) => m.worker.notice,
    needs: contract.notice,
    component: lazy(() => import('./notice-page.tsx')),
  },
  {
    path: '/documents',
    title: (m) => m.worker.documents,
    needs: contract['my-documents'],
    heldFor: 'self',
    component: lazy(() => import('./documents-page.tsx')),
    menu: { order: 70, icon: 'document', label: (m) => m.worker.documentsShort },
  },
])

export const search = defineSearch(useOrderWords, contract.search, {
  order: { label: (m) => m.staff.orders, icon: 'work', page: '/orders/$orderId' },
  package: { label: (m) => m.staff.packages, icon: 'list', page: '/packages/$packageId' },
  job: { label: (m) => m.worker.jobs, icon: 'search', page: '/jobs/$packageId' },
  document: { label: (m) => m.worker.documents, icon: 'document', page: '/documents', href: documentHref },
})
