import type { Names } from '../../../sdk/names/Names.js'
import type { Clock } from '../../../shared/clock.js'
import type { Run } from '../../../sync/run/Run.js'
import type { Output } from '../Command.js'

import { toPercent } from '../../../sync/run/toPercent.js'

type CreateProgressBarArgs = { clock: Clock; names: Names; output: Output }

export type ProgressBar = {
  clear: () => void
  draw: (run: Run) => void
}

const WIDTH = 20

const numbers = new Intl.NumberFormat('en')

/** One line of a terminal that is drawn over: how far a run is, what it did, how fast. */
export const createProgressBar = ({ clock, names, output }: CreateProgressBarArgs): ProgressBar => {
  let first: { at: number; fetched: number; id: Run['id'] } | undefined

  /** Records a second since this process looks. */
  const measureRate = ({ id, counts: { fetched } }: Run): number => {
    const at = clock.now().getTime()
    if (first?.id !== id) {
      first = { id, at, fetched }
    }
    return at > first.at ? ((fetched - first.fetched) * 1000) / (at - first.at) : 0
  }

  return {
    clear: () => output.redraw(''),
    draw: (run) => {
      const line = formatProgress({ names, rate: measureRate(run), run })
      output.redraw(line.slice(0, output.columns() - 1))
    },
  }
}

type FormatProgressArgs = {
  names: Names
  /** Records a second. */
  rate: number
  run: Run
}

/** `Library · Books ████░░░░ 45% · 9 of 20 · 1,234 read, 12 new, 3 changed · 210/s · Novels` */
export const formatProgress = ({
  names,
  rate,
  run: { counts, progress, provider, resource },
}: FormatProgressArgs): string => {
  const { label, scopesDone, scopesTotal } = progress
  const { created, fetched, updated } = counts
  return [
    `${names.work({ provider, resource })}${scopesTotal ? ` ${formatBar(toPercent(progress))}` : ''}`,
    ...(scopesTotal ? [`${scopesDone} of ${scopesTotal}`] : []),
    [
      `${numbers.format(fetched)} read`,
      `${numbers.format(created)} new`,
      `${numbers.format(updated)} changed`,
    ].join(', '),
    ...(rate >= 1 ? [`${numbers.format(Math.round(rate))}/s`] : []),
    ...(label ? [label] : []),
  ].join(' · ')
}

const formatBar = (percent: number): string => {
  const full = Math.floor((percent / 100) * WIDTH)
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${percent}%`
}
