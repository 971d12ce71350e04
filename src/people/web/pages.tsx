import { lazy } from 'react'
import { definePages, defineSearch } from '../../ui/page.ts'
import { contract } from '../contract/index.ts'
import { caring, peopleDaily } from '../rules/who-may.ts'
import { usePeopleWords } from './words.ts'

export const pages = definePages(usePeopleWords, [
  { path: '/register', title: (m) => m.register.title, public: true, frame: 'plain', component: lazy(() => import('./register-page.tsx')) },
  {
    path: '/coordination',
    title: (m) => m.coordination.title,
    needs: contract.waiting,
    home: 'role',
    component: lazy(() => import('./coordinator-home-page.tsx')),
    menu: { order: 0, icon: 'home', label: (m) => m.home },
  },
  {
    path: '/coordination/blocked',
    title: (m) => m.coordination.blockedTitle,
    needs: contract.blocked,
    component: lazy(() => import('./blocked-page.tsx')),
  },
  {
    path: '/people',
    title: (m) => m.people.title,
    needs: contract.workers,
    component: lazy(() => import('./people-page.tsx')),
    menu: {
      daily: peopleDaily,
      order: 25,
      icon: 'people',
      label: (m) => m.people.short,
    },
  },
  { path: '/people/$workerId', title: (m) => m.who, needs: contract.workers, component: lazy(() => import('./person-page.tsx')) },
  {
    path: '/skills',
    title: (m) => m.skills.title,
    needs: contract['add-skill'],
    component: lazy(() => import('./skills-page.tsx')),
    menu: { daily: caring, order: 30, icon: 'star' },
  },
  {
    path: '/administration/leavers',
    title: (m) => m.leavers.title,
    needs: contract.leavers,
    component: lazy(() => import('./leavers-page.tsx')),
    menu: { order: 25, icon: 'people' },
  },
  {
    path: '/my/free-minutes',
    title: (m) => m.mine.freeTitle,
    needs: contract['set-free-minutes'],
    heldFor: 'self',
    component: lazy(() => import('./my-free-minutes-page.tsx')),
    menu: { order: 20, icon: 'clock', label: (m) => m.mine.freeShort },
  },
  {
    path: '/my/profile',
    title: (m) => m.mine.profileTitle,
    needs: contract['change-profile'],
    heldFor: 'self',
    component: lazy(() => import('./my-profile-page.tsx')),
    menu: { order: 10, icon: 'person', label: (m) => m.mine.profileShort, place: 'account' },
  },
  {
    path: '/my/payment',
    title: (m) => m.mine.paymentTitle,
    needs: contract['record-bank-account'],
    heldFor: 'self',
    component: lazy(() => import('./my-payment-page.tsx')),
    menu: { order: 20, icon: 'money', label: (m) => m.mine.paymentShort, place: 'account' },
  },
])

export const search = defineSearch(usePeopleWords, contract.search, {
  worker: { label: (m) => m.people.title, icon: 'person', page: '/people/$workerId' },
})
