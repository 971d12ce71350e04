import { lazy } from 'react'
import { definePages } from '../page.ts'
import { useGalleryWords } from './messages.ts'

/** In development builds only: the parts with sample values, for looking and for the checks of accessibility. */
export const pages = definePages(useGalleryWords, [
  {
    path: '/ui-gallery',
    title: (m) => m.title,
    needs: 'signed-in',
    component: lazy(() => import('./gallery-page.tsx')),
    menu: { order: 900, icon: 'grid' },
  },
  {
    path: '/ui-gallery/list',
    title: (m) => m.list,
    needs: 'signed-in',
    component: lazy(() => import('./list-page.tsx')),
    menu: { order: 901, icon: 'list', useCount: () => 3 },
  },
  {
    path: '/ui-gallery/list/$sampleId',
    title: (m) => m.details.title,
    needs: 'signed-in',
    component: lazy(() => import('./gallery-page.tsx')),
  },
  {
    path: '/ui-gallery/form',
    title: (m) => m.form,
    needs: 'signed-in',
    component: lazy(() => import('./form-page.tsx')),
    menu: { order: 902, icon: 'edit' },
  },
])
