import { RequestRefusedError } from '../../../shared/errors/index.js'

type ToTargetArgs = {
  baseUrl: string
  /** Takes secrets out of a text. */
  clean: (text: string) => string
  /** Whether a whole URL may lead to another origin: for signing in, where nothing goes along. */
  mayLeave: boolean
  /** Below the base URL, or a whole URL such as the next page that an answer names. */
  path: string
  /** The provider as people read it. */
  provider: string
}

/** As browsers read it: `https:…`, and `//host` with either kind of slash. */
const WHOLE = /^(?:[a-z][a-z\d+.-]*:|[\\/]{2})/i

/**
 * Where a request goes: the very URL that is sent, so that nothing else can be read out of it
 * later.
 *
 * @throws RequestRefusedError for one outside the provider's origin (another host, port or scheme,
 * also http instead of https), and for one that brings credentials of its own
 */
export const toTarget = ({ baseUrl, clean, mayLeave, path, provider }: ToTargetArgs): string => {
  const own = new URL(baseUrl)
  const text = path.trim()
  const joined = text === '' ? baseUrl : `${baseUrl.replace(/\/+$/, '')}/${text.replace(/^\//, '')}`
  const target = WHOLE.test(text) ? toURL(text, own) : toURL(joined, own)
  if (target && /^https?:$/.test(target.protocol)) {
    const hasCredentials = target.username !== '' || target.password !== ''
    if (!hasCredentials && (mayLeave || target.origin === own.origin)) {
      return target.href
    }
  }
  // An address that holds a secret is not told at all: a URL changes the case of its host.
  const asked = target && clean(path) === path ? target.host : ''
  throw new RequestRefusedError(
    `${provider} was not asked, because ${asked === '' ? 'that address' : `${target?.protocol}//${asked}`} ` +
      `is not where it is and the credentials are for ${own.origin} only.`,
  )
}

const toURL = (text: string, base: URL): undefined | URL =>
  URL.canParse(text, base) ? new URL(text, base) : undefined
