import { revalidatePath, revalidateTag, updateTag } from 'next/cache.js'
import { headers } from 'next/headers.js'
import { describe, expect, it } from 'vitest'

import { explainHookError } from './explainHookError.js'

const getMessage = async (work: () => unknown): Promise<string> => {
  try {
    await work()
  } catch (error) {
    return (error as Error).message
  }
  throw new Error('Nothing was thrown.')
}

describe('explainHookError', () => {
  it.each([
    ['revalidateTag', () => revalidateTag('matches', 'max')],
    ['revalidatePath', () => revalidatePath('/matches')],
    ['updateTag', () => updateTag('matches')],
  ])('should name the way for what %s of the installed Next.js says', async (_, work) => {
    expect(explainHookError(await getMessage(work))).toContain('revalidateAfterSync')
  })

  it.each([
    'Route "/": `revalidateTag("a")` can\'t be called inside a cached function. Call it from …',
    'Route /page used "revalidateTag a" inside a function cached with "unstable_cache(...)" which is unsupported.',
    'Route /page used "revalidatePath /" inside a "use cache" which is unsupported.',
    'Route /page used "revalidatePath /" during render which is unsupported.',
  ])('should know it in the words of other versions: %s', (message) => {
    expect(explainHookError(message)).toContain('revalidateAfterSync')
  })

  it('should say what is the matter where a hook wants the request of a visitor', async () => {
    expect(explainHookError(await getMessage(() => headers()))).toContain('request of a visitor')
  })

  it.each(['The title is too long.', 'Could not refresh the index.', 'fetch failed'])(
    'should say nothing of other errors: %s',
    (message) => {
      expect(explainHookError(message)).toBeUndefined()
    },
  )
})
