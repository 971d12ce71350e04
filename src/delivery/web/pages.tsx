import { lazy } from 'react'
import { definePages, defineSearch } from '../../ui/page.ts'
import { contract } from '../contract/index.ts'
import { useClientCount, useInspectionCount } from './counts.ts'
import { useDeliveryWords } from './words.ts'

export const pages = definePages(useDeliveryWords, [
  {
    path: '/home/worker',
    title: (m) => m.home,
    needs: contract['my-home'],
    home: 'role',
    component: lazy(() => import('./worker-home-page.tsx')),
    menu: { order: 0, icon: 'home' },
  },
  {
    path: '/work',
    title: (m) => m.work.mine,
    needs: contract['my-work'],
    component: lazy(() => import('./work-page.tsx')),
    menu: { order: 10, icon: 'work', label: (m) => m.works },
  },
  {
    path: '/work/$assignmentId',
    title: (m) => m.works,
    needs: contract['my-assignment'],
    component: lazy(() => import('./assignment-page.tsx')),
  },
  {
    path: '/work/$assignmentId/hand-in',
    title: (m) => m.handIn.title,
    needs: contract['submit-deliverable'],
    component: lazy(() => import('./hand-in-page.tsx')),
  },
  {
    path: '/home/director',
    title: (m) => m.home,
    needs: contract['director-home'],
    home: 'role',
    component: lazy(() => import('./director-home-page.tsx')),
    menu: { order: 0, icon: 'home' },
  },
  {
    path: '/home/leader',
    title: (m) => m.home,
    needs: contract['leader-home'],
    home: 'role',
    component: lazy(() => import('./leader-home-page.tsx')),
    menu: { order: 0, icon: 'home' },
  },
  {
    path: '/inspections',
    title: (m) => m.inspect.title,
    needs: contract['inspection-queue'],
    component: lazy(() => import('./inspections-page.tsx')),
    menu: { order: 30, icon: 'checklist', useCount: useInspectionCount },
  },
  {
    path: '/inspections/$submissionId',
    title: (m) => m.inspect.title,
    needs: contract.inspection,
    component: lazy(() => import('./inspection-page.tsx')),
  },
  {
    path: '/orders/$orderId/delivery',
    title: (m) => m.deliver.title,
    needs: contract['order-delivery'],
    component: lazy(() => import('./order-delivery-page.tsx')),
  },
  {
    path: '/home/client',
    title: (m) => m.home,
    needs: contract['client-home'],
    home: 'role',
    component: lazy(() => import('./client-home-page.tsx')),
    menu: { order: 0, icon: 'home' },
  },
  {
    path: '/deliveries',
    title: (m) => m.client.deliveries,
    needs: contract['client-deliveries'],
    component: lazy(() => import('./deliveries-page.tsx')),
    menu: { order: 10, icon: 'inbox', useCount: useClientCount },
  },
  {
    path: '/deliveries/$deliveryId',
    title: (m) => m.client.delivery,
    needs: contract['client-delivery'],
    component: lazy(() => import('./delivery-page.tsx')),
  },
])

export const search = defineSearch(useDeliveryWords, contract.search, {
  work: { label: (m) => m.work.mine, icon: 'work', page: '/work/$assignmentId' },
  delivery: { label: (m) => m.client.deliveries, icon: 'inbox', page: '/deliveries/$deliveryId' },
})
