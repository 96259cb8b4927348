import { expect, it } from 'vitest'

import { findLogLevel } from './findLogLevel.js'

it.each([
  ['nothing', {}, undefined],
  ['a level', { LOG_LEVEL: 'WARN' }, 'warn'],
  ['a level nobody knows', { LOG_LEVEL: 'loud' }, undefined],
  ['all areas', { DEBUG: 'sync:*' }, 'debug'],
  ['this area among others', { DEBUG: 'express,sync:run', LOG_LEVEL: 'error' }, 'debug'],
  ['another area', { DEBUG: 'sync:scheduler', LOG_LEVEL: 'error' }, 'error'],
  ['everything but this', { DEBUG: '*,-sync:run' }, undefined],
  ['a name that is no pattern', { DEBUG: 'sync.run' }, undefined],
])('should be told by the environment: %s', (_what, env, level) => {
  expect(findLogLevel({ area: 'run', env })).toBe(level)
})
