import { z } from 'zod'

import type { FormValue } from '../../../sdk/index.js'
import type { AskArgs, ListName, Source } from './Source.js'

import { InvalidAnswerError } from '../../../sdk/index.js'
import { findRows } from './findRows.js'
import { LIFETIME } from './pageData.js'
import { readPlayerPage, readTournamentPage } from './readPages.js'

/** A failure says so in `result`, which `findFailure` has looked at. */
const answerSchema = z.looseObject({ data: z.unknown() })

/** Rows the site's own pages show at a time. */
const PAGE_SIZE = 10

type ToListMethodArgs = { list: ListName; page: number; year: number }

const toListMethod = ({ list, page, year }: ToListMethodArgs) => {
  const window = { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }
  switch (list) {
    case 'clubs':
      return { form: { region: 'all', year, ...window }, method: 'club/getTop' }
    case 'players':
      return { form: { region: 'all', year, ...window }, method: 'user/getTop' }
    case 'tournaments':
      return {
        form: { type: 'all', fsm: 'all', time: 'all', ...window },
        method: 'tournament/getAll',
      }
  }
}

/** The site's API. It reads by POST, with a form, and needs no login. */
export const createPostApi = (): Source => {
  type CallArgs = { form: Record<string, FormValue>; method: string } & AskArgs

  const call = async ({ form, http, method, signal }: CallArgs): Promise<unknown> => {
    const { data } = await http.post(`/api/${method}`, {
      body: { form },
      schema: answerSchema,
      signal,
    })
    return data
  }

  const callForObject = async (args: CallArgs): Promise<Record<string, unknown>> => {
    const data = await call(args)
    if (typeof data !== 'object' || data === null) {
      throw new InvalidAnswerError(`gomafia.pro answered ${args.method} without data.`)
    }
    return { ...data }
  }

  return {
    readList: async ({ list, page, year, ...args }) => {
      const asked = toListMethod({ list, page, year })
      return findRows({ asked: asked.method, list, value: await call({ ...args, ...asked }) })
    },
    readPlayer: async ({ id, historyPage, ...args }) => {
      const method = 'stats/get'
      const value = await callForObject({
        ...args,
        form: { id, ...LIFETIME, page: historyPage },
        method,
      })
      return readPlayerPage({ id, asked: method, value })
    },
    readTournament: async ({ id, ...args }) => {
      const method = 'tournament/get'
      const value = await callForObject({ ...args, form: { id }, method })
      return readTournamentPage({ id, asked: method, value })
    },
  }
}
