import type { Payload } from 'payload'

import type { RecordChange } from '../../sync/run/RecordChange.js'
import type { OnChange } from '../options/EventOptions.js'
import type { Revalidation, RevalidationPath, RevalidationProfile } from './Revalidation.js'

import { OptionsError } from '../../shared/errors/index.js'
import { findSite } from './findSite.js'
import { MOST_AT_ONCE } from './Revalidation.js'
import { SIGNATURE_HEADER, toSignature } from './signature.js'

/** Names what a change of a document makes stale. A promise is awaited. */
export type ToStale<TStale> = (
  change: { payload: Payload } & RecordChange,
) => Promise<readonly TStale[]> | readonly TStale[]

/** What `revalidateAfterSync` is given: `tags`, `paths` or both. */
export type RevalidateAfterSyncArgs = {
  /**
   * The path of the route that refreshes the cache. Set it for a site that is another Next.js
   * project and exports `revalidateRoute`.
   *
   * @default the route of the plugin, `/api/sync/revalidate`
   */
  path?: string
  /** Paths to refresh for a change, as `revalidatePath` takes them. @default none */
  paths?: ToStale<RevalidationPath>
  /**
   * How soon, as the second argument of Next's `revalidateTag` says it: `'max'` shows the next
   * visitor the old page once more while the new one is made. Next.js 15 does not look at it.
   *
   * @default { expire: 0 }, nobody sees the old page again
   */
  profile?: RevalidationProfile
  /**
   * What the calls are signed with. Set it for a site that is another project.
   *
   * @default the secret of the project
   */
  secret?: string
  /**
   * Where the site is: several addresses where hosts share no cache, and each is called.
   *
   * @default SYNC_SITE_URL, else the server's own address in a Next.js server, else `serverURL` of
   * Payload's config, else what Vercel says of the deployment
   */
  serverURL?: readonly string[] | string
  /** Tags to refresh for a change, as `revalidateTag` takes them. @default none */
  tags?: ToStale<string>
}

/** How long the site may take to answer. */
const TIMEOUT_MS = 15_000

/**
 * For `onChange` of `syncPlugin`: refreshes the cache of a Next.js site after syncs. It works in the
 * server, in `instrumentation`, in a worker process and in commands, because all of them call a
 * signed route of the site: `revalidateTag` itself works only while the site answers a request.
 *
 * A site that is away is called again until it answers.
 *
 * @throws OptionsError when neither `tags` nor `paths` is given
 */
export const revalidateAfterSync = ({
  path,
  paths: toPaths,
  profile = { expire: 0 },
  secret,
  serverURL,
  tags: toTags,
}: RevalidateAfterSyncArgs): OnChange => {
  if (!toTags && !toPaths) {
    throw new OptionsError({
      problems: ['give tags or paths, or nothing would be refreshed'],
      subject: 'revalidateAfterSync',
    })
  }
  return async ({ changes, payload }) => {
    const tags = await findStale({ changes, payload, toStale: toTags })
    const paths = await findStale({ changes, payload, toStale: toPaths })
    const asked = toCalls({ paths, profile, tags })
    if (asked.length === 0) {
      return
    }
    for (const url of findSite({ path, payload, serverURL })) {
      for (const revalidation of asked) {
        await call({ revalidation, secret: secret ?? payload.secret, url })
      }
    }
  }
}

type FindStaleArgs<TStale> = {
  changes: readonly RecordChange[]
  payload: Payload
  toStale: ToStale<TStale> | undefined
}

/** Each once: a thousand matches may be on one page. */
const findStale = async <TStale>({
  changes,
  payload,
  toStale,
}: FindStaleArgs<TStale>): Promise<TStale[]> => {
  const found = new Map<string, TStale>()
  for (const change of toStale ? changes : []) {
    for (const stale of (await toStale?.({ ...change, payload })) ?? []) {
      found.set(JSON.stringify(stale), stale)
    }
  }
  return [...found.values()]
}

const toCalls = ({ paths, profile, tags }: Revalidation): Revalidation[] => {
  const calls = Math.ceil(Math.max(paths.length, tags.length) / MOST_AT_ONCE)
  return Array.from({ length: calls }, (_, index) => {
    const range = [index * MOST_AT_ONCE, (index + 1) * MOST_AT_ONCE] as const
    return { paths: paths.slice(...range), profile, tags: tags.slice(...range) }
  })
}

type CallArgs = { revalidation: Revalidation; secret: string; url: URL }

const call = async ({ revalidation, secret, url }: CallArgs): Promise<void> => {
  const body = JSON.stringify(revalidation)
  const response = await fetch(url, {
    body,
    headers: {
      'Content-Type': 'application/json',
      [SIGNATURE_HEADER]: toSignature({ body, now: Date.now(), secret }),
    },
    method: 'POST',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  if (!response.ok) {
    const said = (await response.text().catch(() => '')).slice(0, 200)
    throw new Error(`${url.origin}${url.pathname} answered ${response.status}: ${said}`)
  }
  await response.body?.cancel()
}
