import { lazy } from 'react'
import { definePages, defineSearch } from '../../ui/page.ts'
import { contract } from '../contract/index.ts'
import { useProgrammeWords } from './words.ts'

export const pages = definePages(useProgrammeWords, [
  {
    path: '/sign-in',
    title: (m) => m.signIn.title,
    public: true,
    frame: 'plain',
    home: 'visitor',
    component: lazy(() => import('./sign-in-page.tsx')),
  },
  {
    path: '/new-account',
    title: (m) => m.newAccount.title,
    public: true,
    frame: 'plain',
    component: lazy(() => import('./new-account-page.tsx')),
  },
  {
    path: '/reset-password',
    title: (m) => m.reset.title,
    public: true,
    frame: 'plain',
    component: lazy(() => import('./reset-password-page.tsx')),
  },
  {
    path: '/unlock',
    title: (m) => m.unlock.title,
    public: true,
    frame: 'plain',
    component: lazy(() => import('./unlock-page.tsx')),
  },
  {
    path: '/invitation/$programmeId',
    title: (m) => m.invitation.title,
    public: true,
    frame: 'plain',
    component: lazy(() => import('./invitation-page.tsx')),
  },
  {
    path: '/welcome',
    title: (m) => m.newcomer.title,
    needs: 'signed-in',
    home: 'newcomer',
    component: lazy(() => import('./newcomer-page.tsx')),
  },
  {
    path: '/programmes/new',
    title: (m) => m.create.title,
    needs: contract['create-programme'],
    component: lazy(() => import('./create-programme-page.tsx')),
  },
  {
    path: '/account',
    title: (m) => m.account.title,
    needs: 'signed-in',
    component: lazy(() => import('./account-page.tsx')),
    menu: { order: 0, icon: 'person', place: 'account' },
  },
  {
    path: '/administration',
    title: (m) => m.home.title,
    needs: contract['set-up'],
    home: 'role',
    component: lazy(() => import('./administrator-home-page.tsx')),
    menu: { order: 0, icon: 'home' },
  },
  {
    path: '/administration/programme',
    title: (m) => m.programme.title,
    needs: contract['change-programme'],
    component: lazy(() => import('./programme-page.tsx')),
    menu: { order: 10, icon: 'settings', label: (m) => m.home.setUp },
  },
  {
    path: '/administration/operator',
    title: (m) => m.operator.title,
    needs: contract['operator-account'],
    component: lazy(() => import('./operator-page.tsx')),
  },
  {
    path: '/administration/municipalities',
    title: (m) => m.municipalities.title,
    needs: contract['change-municipality'],
    component: lazy(() => import('./municipalities-page.tsx')),
  },
  {
    path: '/administration/sites',
    title: (m) => m.sites.title,
    needs: contract['change-site'],
    component: lazy(() => import('./sites-page.tsx')),
  },
  {
    path: '/administration/years',
    title: (m) => m.years.title,
    needs: contract['set-year-cost'],
    component: lazy(() => import('./years-page.tsx')),
  },
  {
    path: '/administration/years/$fiscalYear',
    title: (m) => m.years.title,
    needs: contract['set-year-cost'],
    component: lazy(() => import('./year-page.tsx')),
  },
  {
    path: '/administration/minimum-wages',
    title: (m) => m.wages.title,
    needs: contract['record-minimum-wage'],
    component: lazy(() => import('./minimum-wages-page.tsx')),
  },
  {
    path: '/administration/people',
    title: (m) => m.people.title,
    needs: contract.memberships,
    component: lazy(() => import('./roles-page.tsx')),
    menu: { order: 20, icon: 'people' },
  },
  {
    path: '/administration/limits',
    title: (m) => m.limits.title,
    needs: contract['raise-limits'],
    component: lazy(() => import('./limits-page.tsx')),
  },
  {
    path: '/administration/audit',
    title: (m) => m.audit.title,
    needs: contract['audit-log'],
    component: lazy(() => import('./audit-page.tsx')),
    menu: { order: 30, icon: 'shield' },
  },
])

export const search = defineSearch(useProgrammeWords, contract.search, {
  account: {
    label: (m) => m.people.title,
    icon: 'people',
    page: '/administration/people',
    href: (email) => `/administration/people#${new URLSearchParams({ q: email })}`,
  },
})
