import { lazy } from 'react'
import { definePages } from '../../ui/page.ts'
import { contract } from '../contract/index.ts'
import { fairnessDaily, planningDaily, promisingDaily } from '../rules/who-may.ts'
import { useRepairCount } from './repair-count.ts'
import { useMatchingWords } from './words.ts'

export const pages = definePages(useMatchingWords, [
  {
    path: '/plan',
    title: (m) => m.plan.title,
    needs: contract.plan,
    component: lazy(() => import('./plan-page.tsx')),
    menu: { daily: planningDaily, order: 25, icon: 'calendar', useCount: useRepairCount },
  },
  { path: '/plan/$planId', title: (m) => m.plan.onePlan, needs: contract.plan, component: lazy(() => import('./one-plan-page.tsx')) },
  {
    path: '/fairness',
    title: (m) => m.fairness.title,
    needs: contract.fairness,
    component: lazy(() => import('./fairness-page.tsx')),
    menu: { daily: fairnessDaily, order: 55, icon: 'people' },
  },
  {
    path: '/capacity',
    title: (m) => m.capacity.title,
    needs: contract['capacity-answer'],
    component: lazy(() => import('./capacity-page.tsx')),
    menu: { daily: promisingDaily, order: 52, icon: 'clock' },
  },
])
