import type { Translate, TranslationKey } from '../TranslationKey.js'

type DescribeReasonArgs = {
  reason: {
    code: ReasonCode
    resources: readonly string[]
    values: Readonly<Record<string, number | string>>
  }
  t: Translate
}

type ReasonCode =
  Extract<TranslationKey, `health:${string}:message`> extends `health:${infer Code}:message`
    ? Code
    : never

/** Why something is not well and what to do, in the language of the person who reads it. */
export const describeReason = ({
  reason: { code, resources, values },
  t,
}: DescribeReasonArgs): { advice: string; message: string } => {
  const words = { ...values, resources: resources.join(', ') }
  return {
    advice: t(`health:${code}:advice`, words),
    message: t(`health:${code}:message`, words).trim(),
  }
}
