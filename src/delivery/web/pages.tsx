import { lazy } from 'react'
import { definePages, defineSearch } from '../../ui/page.ts'
import { contract } from '../contract/index.ts'
import { useClientCount, useInspectionCount } from './counts.ts'
import { useDeliveryWords } from './words.ts'

export const pages = definePages(useDeliveryWords, [
  { path: '/home/worker', title: (m) => m.home, roles: ['worker'], home: 'worker', component: lazy(() => import('./worker-home-page.tsx')), menu: { roles: ['worker'], order: 0, icon: 'home' } },
  { path: '/work', title: (m) => m.work.mine, roles: ['worker'], component: lazy(() => import('./work-page.tsx')), menu: { roles: ['worker'], order: 10, icon: 'work', label: (m) => m.work.title } },
  { path: '/work/$assignmentId', title: (m) => m.work.title, roles: ['worker'], component: lazy(() => import('./assignment-page.tsx')) },
  { path: '/work/$assignmentId/hand-in', title: (m) => m.handIn.title, roles: ['worker'], component: lazy(() => import('./hand-in-page.tsx')) },
  { path: '/home/director', title: (m) => m.home, roles: ['director'], home: 'director', component: lazy(() => import('./director-home-page.tsx')), menu: { roles: ['director'], order: 0, icon: 'home' } },
  { path: '/home/leader', title: (m) => m.home, roles: ['leader'], home: 'leader', component: lazy(() => import('./leader-home-page.tsx')), menu: { roles: ['leader'], order: 0, icon: 'home' } },
  {
    path: '/inspections',
    title: (m) => m.inspect.title,
    roles: ['director', 'leader'],
    component: lazy(() => import('./inspections-page.tsx')),
    menu: { roles: ['director', 'leader'], order: 30, icon: 'checklist', useCount: useInspectionCount },
  },
  { path: '/inspections/$submissionId', title: (m) => m.inspect.title, roles: ['director', 'leader'], component: lazy(() => import('./inspection-page.tsx')) },
  { path: '/orders/$orderId/delivery', title: (m) => m.deliver.title, roles: ['director'], component: lazy(() => import('./order-delivery-page.tsx')) },
  { path: '/home/client', title: (m) => m.home, roles: ['client'], home: 'client', component: lazy(() => import('./client-home-page.tsx')), menu: { roles: ['client'], order: 0, icon: 'home' } },
  {
    path: '/deliveries',
    title: (m) => m.client.deliveries,
    roles: ['client'],
    component: lazy(() => import('./deliveries-page.tsx')),
    menu: { roles: ['client'], order: 10, icon: 'inbox', useCount: useClientCount },
  },
  { path: '/deliveries/$deliveryId', title: (m) => m.client.delivery, roles: ['client'], component: lazy(() => import('./delivery-page.tsx')) },
])

export const search = defineSearch(useDeliveryWords, contract.search, {
  work: { label: (m) => m.work.mine, icon: 'work', page: '/work/$assignmentId' },
  delivery: { label: (m) => m.client.deliveries, icon: 'inbox', page: '/deliveries/$deliveryId' },
})
