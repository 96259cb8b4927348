import { expect, it, onTestFinished } from 'vitest'

import { translations } from '../../src/plugin/translations/index.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { createRestTest } from './createRestTest.js'

const createTest = async () => {
  const rest = await createRestTest({ isWhole: true, records: [{ id: '1', name: 'Game' }] })
  onTestFinished(rest.close)
  return rest
}

it('should be healthy while nothing is wrong', async () => {
  const { ask } = await createTest()

  const { body, status } = await ask({ path: '/sync/health' })

  expect({ body, status }).toEqual({
    body: { checkedAt: expect.any(String) as string, reasons: [], status: 'HEALTHY' },
    status: 200,
  })
})

it('should say why it is critical and what to do, and tell a monitor by its status', async () => {
  const { ask, payload, provider, trigger } = await createTest()
  provider.failWith(() => ({ body: { refusal: 'Unknown token.' }, status: 401 }))
  await trigger({ provider: 'test', resource: 'games' })
  await drainSync({ payload })

  const { body, status } = await ask({ path: '/sync/health' })

  expect(status).toBe(503)
  expect(body).toMatchObject({
    reasons: [
      {
        advice: 'Check the credentials and the subscription, then retry.',
        code: 'CREDENTIALS_REFUSED',
        level: 'CRITICAL',
        message: expect.stringMatching(
          /^Test.* refuses access to (?:Matches|Games)\. .*Unknown token/,
        ) as string,
        provider: 'test',
        resources: ['games'],
      },
    ],
    status: 'CRITICAL',
  })
})

it('should say it in the language of whoever asks', async () => {
  const { ask, payload, provider, trigger } = await createTest()
  provider.failWith(() => ({ body: { refusal: 'Unknown token.' }, status: 401 }))
  await trigger({ provider: 'test', resource: 'games' })
  await drainSync({ payload })

  const { body } = await ask({ headers: { 'Accept-Language': 'de' }, path: '/sync/health' })

  expect(body).toMatchObject({
    reasons: [{ advice: translations.de.pluginSync.health.CREDENTIALS_REFUSED.advice }],
  })
})
