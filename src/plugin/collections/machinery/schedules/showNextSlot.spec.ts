import type { FieldHook } from 'payload'

import { describe, expect, it } from 'vitest'

import { defineProvider } from '../../../../sdk/index.js'
import { showNextSlot } from './showNextSlot.js'

const define = (problems: string[]) =>
  defineProvider({
    name: 'library',
    http: { baseUrl: 'http://127.0.0.1' },
    problems,
    resources: {},
  })

const AT = '2131-03-05T03:00:00.000Z'

type ShowArgs = { data?: object; problems?: string[] }

const show = ({ data = {}, problems = [] }: ShowArgs): unknown =>
  showNextSlot([define(problems)])({
    data: { mode: 'full', provider: 'library', ...data },
    value: AT,
  } as unknown as Parameters<FieldHook>[0])

describe('when a schedule fires next', () => {
  it('should be shown for a provider that can be asked', () => {
    expect(show({})).toBe(AT)
  })

  it('should not be counted down to while something is missing', () => {
    expect(show({ problems: ['Set LIBRARY_TOKEN.'] })).toBeNull()
  })

  it('should be shown for a provider that only another config has', () => {
    expect(show({ data: { provider: 'shop' }, problems: ['Set LIBRARY_TOKEN.'] })).toBe(AT)
  })
})
