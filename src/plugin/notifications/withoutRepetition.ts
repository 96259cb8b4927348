import type { Notice, NoticeName, NoticeReason } from '../../sync/run/notices/Notice.js'

/** What else tells of a reason of health, at the end of the run that met it. */
const TOLD_BY: Readonly<Record<string, NoticeName>> = {
  CONNECTION_DEACTIVATED: 'connection:deactivated',
  CREDENTIALS_REFUSED: 'run:failed',
  FAILING: 'run:failed',
  INCOMPLETE: 'run:partial',
}

type WithoutRepetitionArgs = { hears: ReadonlySet<NoticeName>; notice: Notice }

/**
 * A change of health without what whoever hears of it is told anyway: one cause is told once. `null`
 * where nothing is left.
 */
export const withoutRepetition = ({ hears, notice }: WithoutRepetitionArgs): Notice | null => {
  if (notice.name !== 'health:changed' || !notice.reasons) {
    return notice
  }
  const isElsewhere = ({ code }: NoticeReason): boolean => {
    const name = TOLD_BY[code]
    return name !== undefined && hears.has(name)
  }
  const began = notice.reasons.began.filter((reason) => !isElsewhere(reason))
  const ended = notice.reasons.ended.filter(
    (reason) => !(hears.has('recovered') && isElsewhere(reason)),
  )
  return began.length + ended.length === 0 ? null : { ...notice, reasons: { began, ended } }
}
