import { useGraphiQL, useGraphiQLActions } from '@graphiql/react'
import { useEffect, useRef } from 'react'
import type { DemoToken } from './demo-api.ts'
import { withOwnIdentifiers } from './own-identifiers.ts'

/**
 * When somebody else acts, no tab keeps an answer that the person before was
 * given, and every tab asks about the new person's own record or practice.
 */
export const FollowPersona = ({ session }: { session?: DemoToken }) => {
  const { moveTab, updateActiveTabValues } = useGraphiQLActions()
  const { tabs, activeTabIndex, variableEditor, responseEditor } = useGraphiQL(
    (state) => ({
      tabs: state.tabs,
      activeTabIndex: state.activeTabIndex,
      variableEditor: state.variableEditor,
      responseEditor: state.responseEditor
    })
  )
  const followed = useRef<DemoToken>(undefined)

  // Tabs are read when the person changes, not watched: what is typed
  // afterwards stays.
  useEffect(() => {
    if (!variableEditor || followed.current === session) return
    followed.current = session
    const follow = (text?: string | null): string =>
      session ? withOwnIdentifiers(text ?? '', session) : (text ?? '')

    // GraphiQL has no action for the tabs in the background but moving them;
    // the active one must stay the same object and follows in its editors.
    moveTab(
      tabs.map((tab, index) =>
        index === activeTabIndex
          ? tab
          : { ...tab, response: null, variables: follow(tab.variables) }
      )
    )
    const variables = follow(tabs[activeTabIndex]?.variables)
    variableEditor.setValue(variables)
    responseEditor?.setValue('')
    updateActiveTabValues({ variables, response: null })
  }, [session, variableEditor])

  return null
}
