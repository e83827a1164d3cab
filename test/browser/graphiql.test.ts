import {
  afterAll,
  afterEach,
  beforeAll,
  describe,
  expect,
  it
} from '@jest/globals'
import type { Browser, Locator, Page } from 'playwright-core'
import { z } from 'zod'
import { startTestApp } from '../support/app.ts'
import { launchChromium } from '../support/chromium.ts'
import { ensureBuilt } from '../support/built-files.ts'

const PATIENT = 'ada'

// Strict: an answer with errors beside its data is not the answer asked for.
const recordAnswer = z.strictObject({
  data: z.object({
    patient: z.object({
      record: z.object({
        allergies: z.object({
          nodes: z
            .array(
              z.object({
                code: z.object({
                  coding: z
                    .array(z.object({ display: z.string().min(3) }))
                    .min(1)
                })
              })
            )
            .min(1)
        })
      })
    })
  })
})

let app: Awaited<ReturnType<typeof startTestApp>>
let browser: Browser
let page: Page
let requested: string[]
let complaints: string[]

const chooser = (): Locator => page.getByLabel('Act as')
const status = (): Locator => page.getByRole('status')
const tab = (name: string): Locator => page.getByRole('tab', { name })
const result = (): Locator =>
  page.getByRole('region', { name: 'Result Window' })
const said = (text: string): Promise<void> =>
  status().filter({ hasText: text }).waitFor()

const openPage = async (): Promise<void> => {
  page = await browser.newPage()
  requested = []
  complaints = []
  page.on('request', (request) => requested.push(request.url()))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
}

const openGraphiql = async (): Promise<void> => {
  await page.goto(`${app.url}/graphql`)
  await page.getByText('query WhoAmI').waitFor()
}

const execute = async (): Promise<unknown> => {
  const answered = page.waitForResponse(
    (response) =>
      !response.request().postData()?.includes('__schema') &&
      response.url() === `${app.url}/graphql`
  )
  await page.getByRole('button', { name: 'Execute query' }).click()
  return (await answered).json()
}

const runMyRecord = async (): Promise<string> => {
  await tab('MyRecord').click()
  const answer = recordAnswer.parse(await execute())
  const [allergy] = answer.data.patient.record.allergies.nodes
  const shown = allergy?.code.coding[0]?.display ?? 'nothing'
  await result().filter({ hasText: shown }).waitFor()
  return shown
}

beforeAll(async () => {
  await ensureBuilt('graphiql')
  app = await startTestApp()
  browser = await launchChromium()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await app?.close()
})

describe('GraphiQL in a browser', () => {
  afterEach(() => page.close())

  it('opens with an example operation in each tab', async () => {
    await openPage()
    await openGraphiql()

    expect(await page.getByRole('tab').allInnerTexts()).toEqual([
      'WhoAmI',
      'MyRecord',
      'PracticeAccess',
      'PatientAccess',
      'RaisePatientLevel',
      'PreviewPracticeSwitch',
      'WhoChangedWhat',
      'ExportAsFhir'
    ])
    await tab('PracticeAccess').click()
    await page.getByText('A81001').waitFor()
  }, 60_000)

  it('shows a patient chosen by keyboard their own record', async () => {
    await openPage()
    await openGraphiql()
    await chooser().waitFor()
    await page.locator('body').press('Tab')
    expect(await chooser().evaluate((box) => box.matches(':focus'))).toBe(true)
    const offered = await chooser().locator('option').count()
    for (let step = 1; step < offered; step += 1) {
      if ((await chooser().inputValue()) === PATIENT) break
      await page.keyboard.press('ArrowDown')
    }
    const name = await chooser().locator('option:checked').innerText()
    await said(`Acting as ${name}`)

    await runMyRecord()

    expect(complaints).toEqual([])
  }, 60_000)

  it('asks no other host and stores no token', async () => {
    await openPage()
    await openGraphiql()
    await chooser().selectOption(PATIENT)
    await said('Acting as')
    await runMyRecord()

    const elsewhere = requested.filter((url) => !url.startsWith(app.url))
    expect(elsewhere).toEqual([])
    const stored = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }])
    )
    expect(stored).toContain('MyRecord')
    expect(stored).not.toMatch(/bearer|eyJ/i)
  }, 60_000)

  it('reads the schema again, and drops the answer, for another person', async () => {
    await openPage()
    await openGraphiql()
    await chooser().selectOption(PATIENT)
    await said('Acting as')
    const answer = await runMyRecord()
    const introspected = page.waitForRequest(
      (request) =>
        request.postData()?.includes('__schema') === true &&
        request.headers().authorization !== undefined
    )

    await chooser().selectOption('gp')

    await introspected
    await said('Acting as')
    await result().filter({ hasNotText: answer }).waitFor()
    expect(await result().filter({ hasText: answer }).count()).toBe(0)
  }, 60_000)

  it('says when no token could be had', async () => {
    await openPage()
    await page.route('**/demo/token', (route) => route.fulfill({ status: 500 }))
    await openGraphiql()

    await chooser().selectOption(PATIENT)

    await said('Requests are sent without a token.')
    expect(await status().innerText()).toContain('status 500')
  }, 60_000)

  it('has no chooser where the server has no demo', async () => {
    await openPage()
    await page.route('**/demo/personas', (route) =>
      route.fulfill({ status: 404 })
    )

    await openGraphiql()

    expect(await chooser().count()).toBe(0)
  }, 60_000)
})
