import { lazy } from 'react'
import { definePages } from '../../ui/page.ts'
import { useMatchingWords } from './words.ts'

const planners = ['director', 'administrator'] as const

export const pages = definePages(useMatchingWords, [
  { path: '/plan', title: (m) => m.plan.title, roles: planners, component: lazy(() => import('./plan-page.tsx')), menu: { roles: ['director'], order: 25, icon: 'calendar' } },
  { path: '/plan/$planId', title: (m) => m.plan.onePlan, roles: planners, component: lazy(() => import('./one-plan-page.tsx')) },
  {
    path: '/fairness',
    title: (m) => m.fairness.title,
    roles: [...planners, 'coordinator'],
    component: lazy(() => import('./fairness-page.tsx')),
    menu: { roles: ['director', 'coordinator'], order: 55, icon: 'people' },
  },
  {
    path: '/capacity',
    title: (m) => m.capacity.title,
    roles: [...planners, 'sales'],
    component: lazy(() => import('./capacity-page.tsx')),
    menu: { roles: ['sales'], order: 30, icon: 'clock' },
  },
])
