import { describe, expect, it } from 'vitest'

import { createCliTest } from './createCliTest.js'

const call = createCliTest()

describe('payload sync, called wrongly', () => {
  it.each([
    { args: [], says: 'Usage: payload sync <command>' },
    { args: ['dance'], says: 'There is no command "dance"; the nearest is "' },
    { args: ['rnu'], says: 'There is no command "rnu"; the nearest is "run".' },
    { args: ['run'], says: 'Name a provider.' },
    { args: ['run', 'test', 'games', 'twice'], says: '"twice" is one word too many.' },
    { args: ['run', 'test', '--mode', 'some'], says: '--mode is full, incremental, live' },
    { args: ['run', 'test', '--quick'], says: 'There is no option "--quick"; the nearest is "--' },
    {
      args: ['run', 'test', '--waits=1'],
      says: 'There is no option "--waits"; the nearest is "--wait".',
    },
    { args: ['cancel'], says: 'Name a run by its id' },
    { args: ['cancel', ''], says: 'Name a run by its id' },
    { args: ['cancel', 'latest'], says: '"latest" is no id of a run' },
    { args: ['retry'], says: 'Name a run by its id' },
    { args: ['retry', '-1'], says: "Unknown option '-1'" },
    { args: ['work', '--concurrency', '0'], says: 'a whole number from 1 to 50 (was "0")' },
    { args: ['work', '--concurrency', '2.5'], says: '(was "2.5")' },
    { args: ['work', '--concurrency', 'many'], says: '(was "many")' },
    { args: ['work', '--queues', 'fast'], says: '--queues is live, bulk or both' },
    { args: ['work', '--lanes', ''], says: '--queues is live, bulk or both' },
    { args: ['work', 'hard'], says: '"hard" is one word too many.' },
    { args: ['issues', 'mend'], says: 'that is called "mend"' },
    { args: ['issues', 'list', '7'], says: '"7" is one word too many.' },
    { args: ['issues', 'retry'], says: 'Name issues by their ids' },
    { args: ['issues', '--kind', 'odd'], says: '(was "odd")' },
    { args: ['issues', '--limit', '0'], says: 'a whole number from 1 to 1000 (was "0")' },
    { args: ['doctor', 'who'], says: '"who" is one word too many.' },
    { args: ['status', 'quo'], says: '"quo" is one word too many.' },
  ])('should end with 2, a reason and no answer for %j', async ({ args, says }) => {
    const { code, errors, output } = await call({ args })

    expect(code).toBe(2)
    expect(errors).toContain(says)
    expect(output).toBe('')
  })

  it.each([['help'], ['--help'], ['work', '--help'], ['run', '-h']])(
    'should explain itself for %s %s',
    async (...args) => {
      const { code, output } = await call({ args })

      expect(code).toBe(0)
      expect(output).toContain('Usage: payload sync')
    },
  )
})
