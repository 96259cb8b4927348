import type { Json } from '../../../json.js'
import type { MafiaWorld } from '../world/MafiaWorld.js'

import { type ListName, listRows } from '../rows/listData.js'
import { playerData } from '../rows/playerData.js'
import { tournamentData } from '../rows/tournamentData.js'

const LISTS: Readonly<Record<string, ListName>> = {
  'club/getTop': 'clubs',
  'tournament/getAll': 'tournaments',
  'user/getTop': 'users',
}

const FAILED: Json = { data: null, errorDesc: 'Ошибка', result: 'fail' }

const toAnswer = (data: Json): Json => (data === null ? FAILED : { data, result: 'success' })

type AnswerApiArgs = {
  form: URLSearchParams
  /** `user/getTop`. */
  method: string
  world: MafiaWorld
}

/** The site's API: POST with a form. A failure says so in `result`, with status 200. */
export const answerApi = ({ form, method, world }: AnswerApiArgs): Json => {
  const number = (name: string, fallback: number): number => Number(form.get(name) ?? fallback)
  const list = LISTS[method]
  if (list) {
    return toAnswer(
      listRows({ limit: number('limit', 10), list, offset: number('offset', 0), world }),
    )
  }
  switch (method) {
    case 'stats/get':
      return toAnswer(playerData({ id: number('id', 0), asked: form, world }))
    case 'tournament/get':
      return toAnswer(tournamentData({ id: number('id', 0), world }))
    default:
      return FAILED
  }
}
