import payloadConfig from '@payloadcms/eslint-config'

/** The parser that Payload's config brings, so that there is only one. */
export const typescriptParser = payloadConfig.find(({ name }) => name === 'Settings')
  .languageOptions.parser
