type FormatShareArgs = { language: string; share: number }

/** `0.123` as `12 %`, the way the language writes it. */
export const formatShare = ({ language, share }: FormatShareArgs): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 0, style: 'percent' }).format(share)
