const HTML: Readonly<Record<string, string>> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#x27;',
  '<': '&lt;',
  '>': '&gt;',
}

/** As a page of Next has it, whose scripts hold nothing that could end them. */
const toScript = (text: string): string =>
  text.replace(/[<>&]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)

const toJson = (text: string): string => JSON.stringify(text).slice(1, -1)

/** The forms in which a secret could have been written down. */
const toForms = (secret: string): ReadonlySet<string> =>
  new Set(
    [
      secret,
      toJson(secret),
      toJson(toJson(secret)),
      toScript(toJson(secret)),
      toScript(toJson(toJson(secret))),
      encodeURIComponent(secret),
      encodeURI(secret),
      new URLSearchParams({ secret }).toString().slice('secret='.length),
      secret.replace(/["&'<>]/g, (letter) => HTML[letter] ?? letter),
      Buffer.from(secret).toString('base64').replace(/=+$/, ''),
      Buffer.from(secret).toString('base64url'),
      Buffer.from(secret).toString('hex'),
    ].map((form) => form.toLowerCase()),
  )

type FindSecretsArgs = { secrets: readonly string[]; text: string }

/** Those of the secrets that a text holds in any form: raw, in base64 or hex, escaped for something. */
export const findSecrets = ({ secrets, text }: FindSecretsArgs): string[] => {
  const small = text.toLowerCase()
  return secrets.filter((secret) => [...toForms(secret)].some((form) => small.includes(form)))
}
