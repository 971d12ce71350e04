import { lazy } from 'react'
import { definePages } from '../../ui/page.ts'
import { contract } from '../contract.ts'
import { figuresDaily, sheetsDaily, watching } from '../rules/who-may.ts'
import { useIndicatorWords } from './words.ts'

export const pages = definePages(useIndicatorWords, [
  {
    path: '/home/officer',
    title: (m) => m.homeOfficer,
    needs: contract.table,
    home: 'role',
    component: lazy(() => import('./officer-home-page.tsx')),
    menu: { order: 0, icon: 'home', label: (m) => m.home },
  },
  {
    path: '/home/committee',
    title: (m) => m.homeCommittee,
    needs: contract.table,
    home: 'role',
    component: lazy(() => import('./officer-home-page.tsx')),
    menu: { order: 0, icon: 'home', label: (m) => m.home },
  },
  {
    path: '/indicators',
    title: (m) => m.indicators,
    needs: contract.table,
    component: lazy(() => import('./indicators-page.tsx')),
    menu: { daily: figuresDaily, order: 60, icon: 'chart' },
  },
  {
    path: '/distribution',
    title: (m) => m.distribution,
    needs: contract.distribution,
    component: lazy(() => import('./distribution-page.tsx')),
    menu: { daily: watching, order: 70, icon: 'people' },
  },
  {
    path: '/sheets',
    title: (m) => m.sheets,
    needs: contract.sheet,
    component: lazy(() => import('./sheet-page.tsx')),
    menu: { daily: sheetsDaily, order: 65, icon: 'document' },
  },
])
