import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { canonicalText, type Json } from './canonical.ts'
import { AUDIT_CHAINS } from './chain.ts'

const checkpointHead = z.strictObject({
  practiceId: z.string(),
  chain: z.enum(AUDIT_CHAINS),
  seq: z.int().positive(),
  /** Hexadecimal. */
  hash: z.string()
})

const checkpoint = z.strictObject({
  /** When this file was begun, and when it was last written; ISO 8601. */
  begun: z.string(),
  written: z.string(),
  /** Where chains were already when it was begun: nothing watched them. */
  begunOver: z.array(checkpointHead),
  /** When an operator took those as right; null while nobody did. */
  accepted: z.string().nullable(),
  heads: z.array(checkpointHead)
})

const signedCheckpoint = z.strictObject({
  checkpoint,
  signature: z.string()
})

/** Where a chain was, at the least, when the file was written. */
export type CheckpointHead = z.infer<typeof checkpointHead>

/** How far every chain had come: outside the database (Ruling R33). */
export type Checkpoint = z.infer<typeof checkpoint>

/**
 * Whether it was begun over rows that nobody vouches for: without the file
 * from before, an end that was cut off cannot be told from one that was not.
 */
export const awaitsAcceptance = ({
  begunOver,
  accepted
}: Checkpoint): boolean => begunOver.length > 0 && accepted === null

/** `FORGED` is also a file of another key, or none that we wrote. */
export type FoundCheckpoint =
  | { readonly state: 'MISSING' | 'FORGED' }
  | { readonly state: 'SIGNED'; readonly checkpoint: Checkpoint }

const OWNER_ONLY = 0o600

const signatureOf = (key: KeyObject, signed: Json): Buffer =>
  createHmac('sha256', key).update(canonicalText(signed)).digest()

const isMissing = (error: unknown): boolean => Object(error).code === 'ENOENT'

const parse = (text: string): z.infer<typeof signedCheckpoint> | null => {
  try {
    return signedCheckpoint.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Rejects when the file is there and cannot be read. */
export const readCheckpoint = async (
  path: string,
  key: KeyObject
): Promise<FoundCheckpoint> => {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return { state: 'MISSING' }
    throw error
  }
  const found = parse(text)
  if (!found) return { state: 'FORGED' }
  const given = Buffer.from(found.signature, 'hex')
  const right = signatureOf(key, found.checkpoint)
  return given.length === right.length && timingSafeEqual(given, right)
    ? { state: 'SIGNED', checkpoint: found.checkpoint }
    : { state: 'FORGED' }
}

const writeDurably = async (path: string, text: string): Promise<void> => {
  const file = await open(path, 'w', OWNER_ONLY)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A rename is durable once its folder is. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The old file or the new one is there whole, whatever happens meanwhile. */
export const writeCheckpoint = async (
  path: string,
  key: KeyObject,
  written: Checkpoint
): Promise<void> => {
  const signature = signatureOf(key, written).toString('hex')
  const folder = dirname(path)
  const draft = `${path}.${process.pid}.draft`
  await mkdir(folder, { recursive: true })
  try {
    const text = JSON.stringify({ checkpoint: written, signature }, null, 2)
    await writeDurably(draft, `${text}\n`)
    await rename(draft, path)
    await syncFolder(folder)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
