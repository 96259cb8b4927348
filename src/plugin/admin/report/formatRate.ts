type FormatRateArgs = { language: string; rate: null | number }

/** `0.956` as `95.6 %`, the way the language writes it; a dash where nothing was judged. */
export const formatRate = ({ language, rate }: FormatRateArgs): string =>
  rate === null
    ? '–'
    : new Intl.NumberFormat(language, { maximumFractionDigits: 1, style: 'percent' }).format(rate)
