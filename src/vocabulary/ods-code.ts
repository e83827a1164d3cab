import type { Brand } from './brand.ts'
import { err, ok, type Result } from './result.ts'

/** Organisation code of the Organisation Data Service, in capitals. */
export type OdsCode = Brand<string, 'OdsCode'>

type OdsCodeError = 'NOT_AN_ODS_CODE'

export const parseOdsCode = (text: string): Result<OdsCode, OdsCodeError> => {
  const code = text.trim().toUpperCase()
  return /^[A-Z0-9]{3,12}$/.test(code)
    ? ok(code as OdsCode)
    : err('NOT_AN_ODS_CODE')
}
