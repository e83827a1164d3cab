import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'
import { z } from 'zod'

const run = promisify(execFile)

const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url))
const { version } = z
  .object({ version: z.string() })
  .parse(
    JSON.parse(
      readFileSync(join(MODULES, '@sparticuz/chromium/package.json'), 'utf8')
    )
  )
const UNPACKED = join(MODULES, '.cache', `chromium-${version}`)

// The package unpacks below os.tmpdir(), and its libraries only where it
// believes to be on AWS; a process of its own can be told both.
const UNPACK = `import chromium from '@sparticuz/chromium'
await chromium.executablePath()`

const unpack = async (): Promise<void> => {
  await mkdir(dirname(UNPACKED), { recursive: true })
  const staging = await mkdtemp(`${UNPACKED}-`)
  await run(process.execPath, ['--input-type=module', '--eval', UNPACK], {
    cwd: MODULES,
    env: { TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' }
  })
  await writeFile(
    join(staging, 'fonts.conf'),
    `<fontconfig><dir>${UNPACKED}/fonts</dir></fontconfig>`
  )
  // Another user of the same tree may run the tests as well.
  await chmod(staging, 0o755)
  await chmod(join(staging, 'chromium'), 0o755)
  await publish(staging)
}

/** Of several test processes that unpack at once, the first wins. */
const publish = async (staging: string): Promise<void> => {
  try {
    await rename(staging, UNPACKED)
  } catch (error) {
    await rm(staging, { recursive: true, force: true })
    if (!existsSync(UNPACKED)) throw error
  }
}

/** What the machine lacks comes from the package: libnss3, libexpat, fonts. */
const browserEnvironment = async (
  executable: string
): Promise<NodeJS.ProcessEnv> => {
  const environment = { ...process.env }
  if (!existsSync('/etc/fonts/fonts.conf')) {
    environment.FONTCONFIG_FILE = join(UNPACKED, 'fonts.conf')
  }
  const starts = await run(executable, ['--version']).then(
    () => true,
    () => false
  )
  if (!starts) environment.LD_LIBRARY_PATH = join(UNPACKED, 'al2023', 'lib')
  return environment
}

/** A headless Chromium from the npm package, which reaches no other host. */
export const launchChromium = async (): Promise<Browser> => {
  if (!existsSync(UNPACKED)) await unpack()
  const executablePath = join(UNPACKED, 'chromium')
  return chromium.launch({
    executablePath,
    env: await browserEnvironment(executablePath),
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-gpu',
      '--no-pings',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'
    ]
  })
}
