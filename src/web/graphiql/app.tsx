import { GraphiQL } from 'graphiql'
import { useMemo } from 'react'
import { ActAsBar } from './act-as-bar.tsx'
import { EXAMPLES } from './examples.ts'
import { createFetcher } from './fetcher.ts'
import { FollowPersona } from './follow-persona.tsx'
import { useDemoSession } from './use-demo-session.ts'

const TABS = EXAMPLES.map(({ query, variables }) => ({
  query,
  variables:
    Object.keys(variables).length > 0 ? JSON.stringify(variables, null, 2) : ''
}))

// The history would keep headers and NHS numbers in the browser's storage.
const NO_PLUGINS: [] = []

export const App = () => {
  const { personas, chosenKey, session, message, choose } = useDemoSession()
  // A new fetcher makes GraphiQL introspect again, as the new persona.
  const fetcher = useMemo(() => createFetcher(session?.token), [session?.token])
  return (
    <>
      <ActAsBar
        personas={personas}
        chosenKey={chosenKey}
        message={message}
        onChoose={choose}
      />
      <main>
        <GraphiQL
          fetcher={fetcher}
          defaultTabs={TABS}
          defaultEditorToolsVisibility="variables"
          plugins={NO_PLUGINS}
          shouldPersistHeaders={false}
          storage={sessionStorage}
        >
          <FollowPersona session={session} />
        </GraphiQL>
      </main>
    </>
  )
}
