'use client'

import { usePluginTranslation } from '../parts/client/usePluginTranslation.client.js'
import { formatCount } from '../parts/format/formatCount.js'
import { formatDuration } from '../parts/format/formatDuration.js'

type Write = (value: null | number) => string

type Figures = Readonly<
  Record<'writeCount' | 'writeDelay' | 'writeDuration' | 'writeMemory' | 'writeSeconds', Write>
>

/** What there is nothing of. */
const NOTHING = '–'

const MS_PER_SECOND = 1000

/** How the figures of the report are written, in the reader's language. */
export const useFigures = (): Figures => {
  const { language, t } = usePluginTranslation()
  const orNothing =
    (write: (value: number) => string): Write =>
    (value) =>
      value === null ? NOTHING : write(value)
  const seconds = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })

  return {
    writeCount: orNothing((count) => formatCount({ count, language })),
    writeDelay: orNothing((ms) => formatDuration({ ms, t })),
    writeDuration: orNothing((ms) => formatDuration({ ms, t })),
    writeMemory: orNothing((count) => `${formatCount({ count, language })} MB`),
    // Whole seconds would name two lines of a grid the same.
    writeSeconds: orNothing((ms) => `${seconds.format(ms / MS_PER_SECOND)} ${t('units:seconds')}`),
  }
}
