import { lazy } from 'react'
import { definePages } from '../../ui/page.ts'
import { useShellWords } from './words.ts'

/** The pages that belong to no area. */
export const pages = definePages(useShellWords, [
  { path: '/notifications', title: (m) => m.news.title, needs: 'signed-in', component: lazy(() => import('./notifications-page.tsx')) },
])
