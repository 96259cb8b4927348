import type { Names } from '../../../sdk/names/Names.js'
import type { Translate, TranslationKey } from '../TranslationKey.js'

type DescribeReasonArgs = {
  names: Names
  reason: {
    code: ReasonCode
    provider: null | string
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
  names,
  reason: { code, provider, resources, values },
  t,
}: DescribeReasonArgs): { advice: string; message: string } => {
  const { lane, quota } = values
  const words = {
    ...values,
    ...(lane === undefined ? {} : { lane: t(`options:lane:${lane as 'bulk'}`) }),
    ...(quota !== undefined && provider !== null
      ? { quota: names.quota({ name: String(quota), provider }) }
      : {}),
    resources: resources
      .map((resource) => (provider ? names.resource({ provider, resource }) : resource))
      .join(', '),
  }
  return {
    advice: t(`health:${code}:advice`, words),
    message: t(`health:${code}:message`, words).trim(),
  }
}
