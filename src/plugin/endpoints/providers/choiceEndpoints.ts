import type { Endpoint, PayloadRequest } from 'payload'

import { z } from 'zod'

import type { NamedChoices } from '../../../sync/operations/discover/getChoices.js'
import type { AccessCheck } from '../../options/SyncPluginOptions.js'

import { getChoices } from '../../../sync/operations/discover/getChoices.js'
import { saveChoice } from '../../../sync/operations/discover/saveChoice.js'
import { findPeople } from '../../collections/findPeople.js'
import { parseInput } from '../InvalidInputError.js'
import { readBody } from '../readBody.js'
import { syncEndpoint } from '../syncEndpoint.js'

type EndpointArgs = { access: AccessCheck }

const PATH = '/choices/:provider/:what'

const querySchema = z.object({ search: z.string().max(200).default('') })

const bodySchema = z.strictObject({
  values: z.array(z.union([z.string().min(1), z.number()])).max(10_000),
})

/** `GET /sync/choices/:provider/:what`: what there is to choose from, and what is chosen. */
export const choicesEndpoint = ({ access }: EndpointArgs): Endpoint =>
  syncEndpoint({
    access,
    answer: async (req) => {
      const { search } = parseInput(querySchema, req.query)
      return { body: await readChoices({ req, search }) }
    },
    method: 'get',
    path: PATH,
  })

/** `POST /sync/choices/:provider/:what`: chooses what is synced from the next run on. */
export const saveChoiceEndpoint = ({ access }: EndpointArgs): Endpoint =>
  syncEndpoint({
    access,
    answer: async (req) => {
      const { values } = parseInput(bodySchema, await readBody(req))
      const { payload, user } = req
      const by = user && { id: user.id, collection: user.collection }
      await saveChoice({ ...readPath(req), by, payload, values })
      return { body: await readChoices({ req, search: '' }) }
    },
    method: 'post',
    path: PATH,
  })

const readPath = ({ routeParams }: PayloadRequest): { provider: string; what: string } => ({
  provider: String(routeParams?.provider),
  what: String(routeParams?.what),
})

type ReadChoicesArgs = { req: PayloadRequest; search: string }

const readChoices = async ({ req, search }: ReadChoicesArgs): Promise<NamedChoices> => {
  const { chosen, ...rest } = await getChoices({ ...readPath(req), payload: req.payload, search })
  const by = chosen?.chosenBy
  const people = by ? await findPeople({ people: [by], req }) : undefined
  return {
    ...rest,
    chosen: chosen && {
      chosenAt: chosen.chosenAt,
      chosenBy: (by && people?.get(`${by.collection}/${by.id}`)) ?? null,
    },
  }
}
