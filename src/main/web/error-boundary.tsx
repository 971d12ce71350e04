import { Component, type ReactNode } from 'react'
import { LinkButton, Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/status.tsx'
import { useShellWords } from './words.ts'

// The browser's messages when a file of an earlier build is gone after an update of the server.
const missingChunk = /dynamically imported module|Importing a module script failed|error loading dynamically/i

function Broken({ error }: { error: Error }) {
  const { page } = useShellWords()
  const outdated = missingChunk.test(error.message)
  return (
    <Notice
      tone={outdated ? 'info' : 'danger'}
      live
      title={outdated ? page.outdatedTitle : page.brokenTitle}
      actions={
        <>
          <Button onClick={() => location.reload()}>{page.reload}</Button>
          <LinkButton look="outline" href="/">
            {page.toHome}
          </LinkButton>
        </>
      }
    >
      {outdated ? page.outdatedText : page.brokenText}
    </Notice>
  )
}

/** Keeps a fault of one page from taking the frame with it. Give it the path as its key, so that the next page starts afresh. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    return this.state.error ? <Broken error={this.state.error} /> : this.props.children
  }
}
