import { lazy } from 'react'
import { definePages } from '../page.ts'
import { useGalleryWords } from './messages.ts'

const everyRole = ['worker', 'leader', 'director', 'coordinator', 'sales', 'office', 'client', 'officer', 'committee', 'administrator'] as const

/** In development builds only: the parts with sample values, for looking and for the checks of accessibility. */
export const pages = definePages(useGalleryWords, [
  {
    path: '/ui-gallery',
    title: (m) => m.title,
    roles: 'signed-in',
    component: lazy(() => import('./gallery-page.tsx')),
    menu: { roles: everyRole, order: 900, icon: 'grid' },
  },
  {
    path: '/ui-gallery/list',
    title: (m) => m.list,
    roles: 'signed-in',
    component: lazy(() => import('./list-page.tsx')),
    menu: { roles: everyRole, order: 901, icon: 'list', useCount: () => 3 },
  },
  {
    path: '/ui-gallery/list/$sampleId',
    title: (m) => m.details.title,
    roles: 'signed-in',
    component: lazy(() => import('./gallery-page.tsx')),
  },
  {
    path: '/ui-gallery/form',
    title: (m) => m.form,
    roles: 'signed-in',
    component: lazy(() => import('./form-page.tsx')),
    menu: { roles: everyRole, order: 902, icon: 'edit' },
  },
])
