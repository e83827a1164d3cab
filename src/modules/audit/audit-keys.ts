import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'

/** Key objects, since these cannot be printed by mistake. */
export interface AuditKeys {
  /** Seals the rows. */
  readonly chain: KeyObject
  /** Signs the checkpoint file. */
  readonly checkpoint: KeyObject
}

const KEY_BYTES = 32

const derive = (secret: KeyObject, use: string): KeyObject =>
  createSecretKey(
    new Uint8Array(
      hkdfSync('sha256', secret, '', `gp-connect-bff audit ${use}`, KEY_BYTES)
    )
  )

/** Two keys of one secret: neither says anything of the other. */
export const deriveAuditKeys = (secret: KeyObject): AuditKeys => ({
  chain: derive(secret, 'chain'),
  checkpoint: derive(secret, 'checkpoint')
})
