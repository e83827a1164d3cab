/** Where a text stops being JSON, counted from 1. */
interface TextPosition {
  readonly line: number
  readonly column: number
}

const SPACE = /[ \t\n\r]+/y
const STRING =
  /"(?:[^"\\\p{Cc}]|[\u007F-\u009F]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

const CLOSES = { '[': ']', '{': '}' } as const

interface Scan {
  /** Moves over what the pattern matches here; false when it does not. */
  take(pattern: RegExp | string): boolean
  /** Lists and objects that are not closed yet. */
  readonly open: ('[' | '{')[]
}

type Step = (scan: Scan) => Step | undefined

const afterValue: Step = ({ take, open }) => {
  const inner = open.at(-1)
  if (inner === undefined) return undefined
  if (take(',')) return inner === '{' ? key : value
  return closed(inner, { take, open })
}

const closed = (inner: '[' | '{', { take, open }: Scan): Step | undefined => {
  if (!take(CLOSES[inner])) return undefined
  open.pop()
  return afterValue
}

const colon: Step = ({ take }) => (take(':') ? value : undefined)

const key: Step = ({ take }) => (take(STRING) ? colon : undefined)

const keyOrEnd: Step = (scan) => key(scan) ?? closed('{', scan)

const value: Step = ({ take, open }) => {
  if (take(STRING) || take(SCALAR)) return afterValue
  if (take('{')) {
    open.push('{')
    return keyOrEnd
  }
  if (!take('[')) return undefined
  open.push('[')
  return valueOrEnd
}

const valueOrEnd: Step = (scan) => value(scan) ?? closed('[', scan)

/**
 * The place of the first fault. `JSON.parse` tells of it in words that quote
 * the text around it, which no message may show.
 */
export const jsonErrorPosition = (text: string): TextPosition => {
  let offset = 0
  const take = (pattern: RegExp | string): boolean => {
    if (typeof pattern === 'string') {
      const found = text.startsWith(pattern, offset)
      if (found) offset += pattern.length
      return found
    }
    pattern.lastIndex = offset
    const length = pattern.exec(text)?.[0].length ?? 0
    offset += length
    return length > 0
  }
  const scan: Scan = { take, open: [] }
  let step: Step | undefined = value
  while (step) {
    take(SPACE)
    step = step(scan)
  }
  const before = text.slice(0, offset)
  return {
    line: before.split('\n').length,
    column: offset - before.lastIndexOf('\n')
  }
}
