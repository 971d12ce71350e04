import { lazy } from 'react'
import { definePages } from '../../ui/page.ts'
import { roles } from '../rules/roles.ts'
import { useProgrammeWords } from './words.ts'

const administrator = ['administrator'] as const

export const pages = definePages(useProgrammeWords, [
  { path: '/sign-in', title: (m) => m.signIn.title, public: true, frame: 'plain', home: 'visitor', component: lazy(() => import('./sign-in-page.tsx')) },
  { path: '/new-account', title: (m) => m.newAccount.title, public: true, frame: 'plain', component: lazy(() => import('./new-account-page.tsx')) },
  { path: '/reset-password/$token', title: (m) => m.reset.title, public: true, frame: 'plain', component: lazy(() => import('./reset-password-page.tsx')) },
  {
    path: '/invitation/$programmeId/$token',
    title: (m) => m.invitation.title,
    public: true,
    frame: 'plain',
    component: lazy(() => import('./invitation-page.tsx')),
  },
  { path: '/welcome', title: (m) => m.newcomer.title, roles: 'signed-in', home: 'newcomer', component: lazy(() => import('./newcomer-page.tsx')) },
  { path: '/programmes/new', title: (m) => m.create.title, roles: 'signed-in', component: lazy(() => import('./create-programme-page.tsx')) },
  {
    path: '/account',
    title: (m) => m.account.title,
    roles: 'signed-in',
    component: lazy(() => import('./account-page.tsx')),
    menu: { roles, order: 0, icon: 'person', place: 'account' },
  },
  {
    path: '/administration',
    title: (m) => m.home.title,
    roles: administrator,
    home: 'administrator',
    component: lazy(() => import('./administrator-home-page.tsx')),
    menu: { roles: administrator, order: 0, icon: 'home' },
  },
  {
    path: '/administration/programme',
    title: (m) => m.programme.title,
    roles: administrator,
    component: lazy(() => import('./programme-page.tsx')),
    menu: { roles: administrator, order: 10, icon: 'settings', label: (m) => m.home.setUp },
  },
  { path: '/administration/operator', title: (m) => m.operator.title, roles: administrator, component: lazy(() => import('./operator-page.tsx')) },
  { path: '/administration/municipalities', title: (m) => m.municipalities.title, roles: administrator, component: lazy(() => import('./municipalities-page.tsx')) },
  { path: '/administration/sites', title: (m) => m.sites.title, roles: administrator, component: lazy(() => import('./sites-page.tsx')) },
  { path: '/administration/years', title: (m) => m.years.title, roles: administrator, component: lazy(() => import('./years-page.tsx')) },
  { path: '/administration/years/$fiscalYear', title: (m) => m.years.title, roles: administrator, component: lazy(() => import('./year-page.tsx')) },
  { path: '/administration/minimum-wages', title: (m) => m.wages.title, roles: administrator, component: lazy(() => import('./minimum-wages-page.tsx')) },
  {
    path: '/administration/people',
    title: (m) => m.people.title,
    roles: administrator,
    component: lazy(() => import('./roles-page.tsx')),
    menu: { roles: administrator, order: 20, icon: 'people' },
  },
  {
    path: '/administration/audit',
    title: (m) => m.audit.title,
    roles: administrator,
    component: lazy(() => import('./audit-page.tsx')),
    menu: { roles: administrator, order: 30, icon: 'shield' },
  },
])
