import { lazy } from 'react'
import { definePages } from '../../ui/page.ts'
import { useIndicatorWords } from './words.ts'

const readers = ['officer', 'committee', 'director', 'coordinator', 'sales', 'office', 'administrator'] as const

export const pages = definePages(useIndicatorWords, [
  { path: '/home/officer', title: (m) => m.homeOfficer, roles: ['officer'], home: 'officer', component: lazy(() => import('./officer-home-page.tsx')), menu: { roles: ['officer'], order: 0, icon: 'home' } },
  { path: '/home/committee', title: (m) => m.homeCommittee, roles: ['committee'], home: 'committee', component: lazy(() => import('./officer-home-page.tsx')), menu: { roles: ['committee'], order: 0, icon: 'home' } },
  { path: '/indicators', title: (m) => m.indicators, roles: readers, component: lazy(() => import('./indicators-page.tsx')), menu: { roles: ['officer', 'committee', 'office', 'administrator', 'director'], order: 60, icon: 'chart' } },
  { path: '/distribution', title: (m) => m.distribution, roles: readers, component: lazy(() => import('./distribution-page.tsx')), menu: { roles: ['officer', 'committee'], order: 70, icon: 'people' } },
  { path: '/sheets', title: (m) => m.sheets, roles: readers, component: lazy(() => import('./sheet-page.tsx')), menu: { roles: ['officer', 'committee', 'office'], order: 65, icon: 'document' } },
])
