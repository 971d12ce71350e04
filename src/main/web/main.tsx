import '../../ui/schemas.ts'
import '../../ui/theme.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { takeSecretFromAddress } from '../../programme/web/secret-link.ts'
import { newQueryClient } from '../../ui/client.ts'
import { guardKeptPage } from '../../ui/kept-page.ts'
import { beginInChosenLanguage } from '../../ui/language-switch.ts'
import { accountKnownTo } from '../../ui/session.ts'
import './acts.ts'
import { fetchOwnFace } from './own-face.ts'
import { newRouter } from './router.tsx'

// A page that is kept for reading without a line names the files that it loaded; 250 would not be all of them.
performance.setResourceTimingBufferSize(2_000)

// Before anything reads or keeps the address.
takeSecretFromAddress()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element "root"')

const client = newQueryClient()
fetchOwnFace(client)
guardKeptPage(() => accountKnownTo(client))
// Not awaited here: the words of a language need this file to be done.
void beginInChosenLanguage().then(() =>
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={newRouter()} />
      </QueryClientProvider>
    </StrictMode>,
  ),
)
