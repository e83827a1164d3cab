import type { Persona } from './demo-api.ts'
import type { Message } from './use-demo-session.ts'

interface ActAsBarProps {
  personas: readonly Persona[]
  chosenKey: string
  message: Message | undefined
  onChoose: (key: string) => void
}

const GROUPS = [
  { kind: 'staff', label: 'Practice staff' },
  { kind: 'citizen', label: 'Patients' }
] as const

const PersonaChooser = ({ personas, chosenKey, onChoose }: ActAsBarProps) => (
  <div className="act-as">
    <label htmlFor="act-as">Act as</label>
    <select
      id="act-as"
      value={chosenKey}
      onChange={(event) => onChoose(event.target.value)}
    >
      <option value="">Nobody (no token)</option>
      {GROUPS.map(({ kind, label }) => (
        <optgroup key={kind} label={label}>
          {personas
            .filter((persona) => persona.kind === kind)
            .map((persona) => (
              <option key={persona.key} value={persona.key}>
                {persona.label}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  </div>
)

export const ActAsBar = (props: ActAsBarProps) => (
  <header className="act-as-bar">
    <h1>GP record access</h1>
    {props.personas.length > 0 && <PersonaChooser {...props} />}
    <p role="status" className={props.message?.failed ? 'failed' : undefined}>
      {props.message?.text}
    </p>
  </header>
)
