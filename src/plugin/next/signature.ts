import { createHmac, timingSafeEqual } from 'node:crypto'

/** Carries when a call was signed and by what: `t=<milliseconds>,v1=<hex>`. */
export const SIGNATURE_HEADER = 'x-sync-signature'

/** How far the clocks of two hosts may be apart, and how long a call that was overheard is good. */
export const WINDOW_MS = 5 * 60_000

/** So that nothing else that is signed with the project's secret is taken for a call. */
const PURPOSE = 'payload-plugin-sync/revalidate'

const SHAPE = /^t=(\d{1,16}),v1=([0-9a-f]{64})$/

type SignArgs = {
  body: string
  /** When, in milliseconds since 1970. */
  now: number
  secret: string
}

const sign = ({ body, now, secret }: SignArgs): string =>
  createHmac('sha256', secret).update(`${PURPOSE}\n${now}\n${body}`).digest('hex')

/** What the header of a call says. */
export const toSignature = (args: SignArgs): string => `t=${args.now},v1=${sign(args)}`

/** Signatures that were used, by when they are too old in any case. Held by the process. */
const KEY = Symbol.for('payload-plugin-sync/usedSignatures')

const getUsed = (): Map<string, number> => {
  const store = globalThis as { [KEY]?: Map<string, number> }
  store[KEY] ??= new Map()
  return store[KEY]
}

type FindSignatureProblemArgs = { header: null | string } & SignArgs

/**
 * Why a call is not what the project itself sent just now, or `undefined` when it is. The same call
 * is taken once.
 */
export const findSignatureProblem = ({
  body,
  header,
  now,
  secret,
}: FindSignatureProblemArgs): 'expired' | 'invalid' | 'used' | undefined => {
  const [, time, given] = SHAPE.exec(header ?? '') ?? []
  if (time === undefined || given === undefined) {
    return 'invalid'
  }
  const at = Number(time)
  const expected = sign({ body, now: at, secret })
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(expected))) {
    return 'invalid'
  }
  if (Math.abs(now - at) > WINDOW_MS) {
    return 'expired'
  }
  const used = getUsed()
  used.forEach((until, signature) => {
    if (until < now) {
      used.delete(signature)
    }
  })
  if (used.has(given)) {
    return 'used'
  }
  used.set(given, at + WINDOW_MS)
  return undefined
}
