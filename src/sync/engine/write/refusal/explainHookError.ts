const CACHE_CALL = /\b(?:revalidate(?:Tag|Path)|updateTag|expire(?:Tag|Path)|refresh)\b/

/** Why Next.js refuses such a call, in the words of its versions 15 and 16. */
const CACHE_REFUSED =
  /static generation store missing|inside a (?:cached function|function cached)|unstable_cache|use cache|during render|from within a Server Action/

const NO_REQUEST = /outside a request scope|requestAsyncStorage|next-dynamic-api-wrong-context/

/**
 * What a person can do about an error that Next.js throws at a hook of the project because a sync,
 * and no request of the site, writes the document. `undefined` for every other error.
 */
export const explainHookError = (message: string): string | undefined => {
  if (CACHE_CALL.test(message) && CACHE_REFUSED.test(message)) {
    return (
      'A hook of this project asks Next.js to refresh its cache, which works only while the site ' +
      'answers a request, and a sync is none. Leave the call out of the hook where ' +
      'req.context.sync is set, and give syncPlugin onChange: revalidateAfterSync({ tags }) from ' +
      'payload-plugin-sync/next: it refreshes the same after a sync, from every process.'
    )
  }
  return NO_REQUEST.test(message)
    ? 'A hook of this project asks Next.js for the request of a visitor, and there is none while a ' +
        'sync writes. Leave that out of the hook where req.context.sync is set.'
    : undefined
}
