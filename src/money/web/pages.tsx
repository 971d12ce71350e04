import { lazy } from 'react'
import { documentHref } from '../../orders/web/document-href.ts'
import { definePages, defineSearch } from '../../ui/page.ts'
import { contract } from '../contract/index.ts'
import { keepingBooks } from '../rules/who-may.ts'
import { useDutyCount } from './counts.ts'
import { useMoneyWords } from './words.ts'

export const pages = definePages(useMoneyWords, [
  {
    path: '/home/office',
    title: (m) => m.home,
    needs: contract['office-home'],
    home: 'role',
    component: lazy(() => import('./office-home-page.tsx')),
    menu: { order: 0, icon: 'home', useCount: useDutyCount },
  },
  {
    path: '/closing',
    title: (m) => m.closing.title,
    needs: contract.closes,
    component: lazy(() => import('./closes-page.tsx')),
    menu: { order: 10, icon: 'calendar' },
  },
  { path: '/closing/$month', title: (m) => m.closing.title, needs: contract.close, component: lazy(() => import('./close-page.tsx')) },
  {
    path: '/statements',
    title: (m) => m.statements.title,
    needs: contract.statements,
    component: lazy(() => import('./statements-page.tsx')),
  },
  {
    path: '/statements/$statementId',
    title: (m) => m.statements.one,
    needs: contract.statement,
    component: lazy(() => import('./statement-page.tsx')),
  },
  { path: '/transfers/$batchId', title: (m) => m.batch.title, needs: contract.batch, component: lazy(() => import('./batch-page.tsx')) },
  {
    path: '/invoices',
    title: (m) => m.invoices.title,
    needs: contract.invoices,
    component: lazy(() => import('./invoices-page.tsx')),
    menu: { order: 20, icon: 'money' },
  },
  {
    path: '/invoices',
    title: (m) => m.invoices.mine,
    needs: contract['my-invoices'],
    component: lazy(() => import('./my-invoices-page.tsx')),
    menu: { order: 30, icon: 'money' },
  },
  {
    path: '/invoices/$invoiceId',
    title: (m) => m.invoices.title,
    needs: contract.invoice,
    component: lazy(() => import('./invoice-page.tsx')),
  },
  {
    path: '/costs',
    title: (m) => m.costs.title,
    needs: contract.costs,
    component: lazy(() => import('./costs-page.tsx')),
    menu: { order: 30, icon: 'receipt' },
  },
  {
    path: '/withholding',
    title: (m) => m.taxes.title,
    needs: contract['withheld-months'],
    component: lazy(() => import('./withholding-page.tsx')),
    menu: { order: 32, icon: 'calendar' },
  },
  {
    path: '/profit',
    title: (m) => m.profit.title,
    needs: contract.profit,
    component: lazy(() => import('./profit-page.tsx')),
    menu: { daily: keepingBooks, order: 35, icon: 'chart' },
  },
  {
    path: '/books',
    title: (m) => m.books.title,
    needs: contract.journal,
    component: lazy(() => import('./books-page.tsx')),
    menu: { order: 50, icon: 'book' },
  },
  {
    path: '/archive',
    title: (m) => m.documents.title,
    needs: contract.documents,
    component: lazy(() => import('./documents-page.tsx')),
    menu: { order: 60, icon: 'document' },
  },
  {
    path: '/my-money',
    title: (m) => m.mine.title,
    needs: contract['my-money'],
    component: lazy(() => import('./my-money-page.tsx')),
    menu: { order: 30, icon: 'money' },
  },
  {
    path: '/my-money/$statementId',
    title: (m) => m.mine.statement,
    needs: contract['my-statement'],
    component: lazy(() => import('./my-statement-page.tsx')),
  },
])

export const search = defineSearch(useMoneyWords, contract.search, {
  invoice: { label: (m) => m.invoices.title, icon: 'money', page: '/invoices/$invoiceId' },
  'own-invoice': { label: (m) => m.invoices.mine, icon: 'money', page: '/invoices', href: () => '/invoices' },
  document: { label: (m) => m.documents.title, icon: 'document', page: '/archive', href: documentHref },
})
