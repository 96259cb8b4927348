type FormatCountArgs = { count: number; language: string }

/** A count with the separators of the language: `12,345`. */
export const formatCount = ({ count, language }: FormatCountArgs): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(count)
