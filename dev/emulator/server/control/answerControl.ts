import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Emulator } from '../../Emulator.js'

import { sendText } from '../sendText.js'
import { ControlError } from './ControlError.js'
import { controlRoutes } from './controlRoutes.js'
import { readJSON } from './readJSON.js'

export const CONTROL_PREFIX = '/_emulator'

/** Answers a control request. No fault and no rate limit ever hits it. */
export const answerControl = async ({
  emulator,
  req,
  res,
  url,
}: {
  emulator: Emulator
  req: IncomingMessage
  res: ServerResponse
  url: URL
}): Promise<void> => {
  const send = (status: number, body: unknown): void =>
    sendText({ req, res, status, text: `${JSON.stringify(body, null, 2)}\n` })

  const route = controlRoutes[`${req.method} ${url.pathname.replace(/\/$/, '')}`]
  if (!route) {
    send(404, { endpoints: Object.keys(controlRoutes), message: 'No such control endpoint.' })
    return
  }
  try {
    send(200, route({ body: await readJSON(req), emulator, query: url.searchParams }))
  } catch (error) {
    if (!(error instanceof ControlError)) {
      throw error
    }
    send(400, { message: error.message })
  }
}
