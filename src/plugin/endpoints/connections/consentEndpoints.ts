import type { Endpoint, PayloadRequest } from 'payload'

import { formatAdminURL } from 'payload/shared'

import type { AccessCheck } from '../../options/SyncPluginOptions.js'

import { beginConsent } from '../../../sync/operations/connections/consent/beginConsent.js'
import { completeConsent } from '../../../sync/operations/connections/consent/completeConsent.js'
import { syncEndpoint } from '../syncEndpoint.js'

/** Where providers send people back to, below Payload's API route. */
const CALLBACK = '/consent/callback'

const FOUND = 302

/** Users of two collections may have one id. */
const toUser = ({ user }: PayloadRequest): string => `${user?.collection}/${user?.id}`

/**
 * Where somebody has the panel open: as the project says it, or else as the browser does. What a server
 * behind a proxy takes for its own address is none that the provider could send people back to.
 */
const toServerURL = ({ headers, origin, payload, url }: PayloadRequest): string => {
  const said = headers.get('origin')
  return (
    payload.config.serverURL ||
    (said && URL.canParse(said) ? said : undefined) ||
    (origin ?? (url === undefined ? '' : new URL(url).origin))
  )
}

const toRedirectUrl = (req: PayloadRequest): string =>
  formatAdminURL({
    apiRoute: req.payload.config.routes.api,
    path: `/sync${CALLBACK}`,
    serverURL: toServerURL(req),
  })

/** `POST /sync/connections/:id/consent`: the page of the provider on which its owner agrees. */
export const beginConsentEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  syncEndpoint({
    access,
    answer: async (req, { sight }) => {
      const { href } = await beginConsent({
        connectionId: String(req.routeParams?.id),
        payload: req.payload,
        redirectUrl: toRedirectUrl(req),
        sight,
        user: toUser(req),
      })
      return { body: { url: href } }
    },
    method: 'post',
    path: '/connections/:id/consent',
  })

type CompleteConsentEndpointArgs = {
  access: AccessCheck
  /** Of the connections. */
  slug: string
}

/** `GET /sync/consent/callback`: takes what somebody brings back, and leads them to the connection. */
export const completeConsentEndpoint = ({ slug, access }: CompleteConsentEndpointArgs): Endpoint =>
  syncEndpoint({
    access,
    answer: async (req, { sight }) => {
      const { payload } = req
      const query = new URL(req.url ?? '', 'http://localhost').searchParams
      const { connectionId, outcome } = await completeConsent({
        answer: { code: query.get('code'), error: query.get('error'), state: query.get('state') },
        payload,
        req,
        sight,
        user: toUser(req),
      })
      const target = formatAdminURL({
        adminRoute: payload.config.routes.admin,
        path: `/collections/${slug}${connectionId === undefined ? '' : `/${connectionId}`}`,
        serverURL: payload.config.serverURL,
      })
      return new Response(null, {
        headers: {
          'Cache-Control': 'no-store',
          Location: `${target}?consent=${outcome}`,
          'Referrer-Policy': 'no-referrer',
        },
        status: FOUND,
      })
    },
    method: 'get',
    path: CALLBACK,
  })
