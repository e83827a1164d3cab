import { useEffect, useRef, useState } from 'react'
import {
  type DemoToken,
  getToken,
  listPersonas,
  type Persona
} from './demo-api.ts'

export interface Message {
  text: string
  failed: boolean
}

const NO_TOKEN = 'Requests are sent without a token.'

const say = (text: string): Message => ({ text, failed: false })
const complain = (text: string): Message => ({ text, failed: true })

const toReason = (error: unknown): string =>
  error instanceof Error && error.message.startsWith('status')
    ? `the server answered with ${error.message}`
    : 'the server could not be reached or gave an unknown answer'

const signIn = async (
  persona: Persona
): Promise<{ session?: DemoToken; message: Message }> => {
  const { label, description } = persona
  try {
    const session = await getToken(persona)
    const text = `Acting as ${label}. ${description} Every request now carries their token.`
    return { session, message: say(text) }
  } catch (error) {
    const text = `No token for ${label}: ${toReason(error)}. ${NO_TOKEN}`
    return { message: complain(text) }
  }
}

/** Who the page acts as. The token lives here and nowhere else. */
export const useDemoSession = () => {
  const [personas, setPersonas] = useState<Persona[]>([])
  const [chosenKey, setChosenKey] = useState('')
  const [session, setSession] = useState<DemoToken>()
  const [message, setMessage] = useState<Message>()
  const latestKey = useRef('')

  useEffect(() => {
    const offer = (found: Persona[]) => {
      setPersonas(found)
      if (found.length > 0) setMessage(say(NO_TOKEN))
    }
    listPersonas().then(offer, (error: unknown) =>
      setMessage(complain(`No demo personas: ${toReason(error)}.`))
    )
  }, [])

  const choose = async (key: string): Promise<void> => {
    latestKey.current = key
    setChosenKey(key)
    setSession(undefined)
    const persona = personas.find((each) => each.key === key)
    if (!persona) return setMessage(say(NO_TOKEN))
    setMessage(say(`Getting a token for ${persona.label} …`))
    const outcome = await signIn(persona)
    // Arrow keys step through the list: only the last stop may speak.
    if (latestKey.current !== key) return
    setSession(outcome.session)
    setMessage(outcome.message)
  }

  return { personas, chosenKey, session, message, choose }
}
