import type { FormValue, HttpBody } from '../../../sdk/index.js'

/** A body as `fetch` takes it, which adds the content type of the two forms itself. */
type Encoded = {
  body: FormData | string | URLSearchParams
  type?: string
}

/** What a `post` sends, made anew for each time it is sent. */
export const encodeBody = (body: HttpBody): Encoded => {
  if ('json' in body) {
    return { type: 'application/json', body: JSON.stringify(body.json) }
  }
  if ('form' in body) {
    const form = new URLSearchParams()
    for (const [name, value] of listValues(body.form)) {
      form.append(name, String(value))
    }
    return { body: form }
  }
  const form = new FormData()
  for (const [name, value] of listValues(body.multipart)) {
    form.append(name, typeof value === 'object' ? value : String(value))
  }
  return { body: form }
}

type Fields<TValue> = Readonly<Record<string, readonly TValue[] | TValue>>

/** Each value with its name; those of a list one after the other, those not given left out. */
const listValues = <TValue extends Blob | FormValue>(fields: Fields<TValue>) =>
  Object.entries(fields).flatMap(([name, value]) =>
    [value]
      .flat()
      .flatMap((one): [string, Exclude<TValue, undefined>][] =>
        one === undefined ? [] : [[name, one as Exclude<TValue, undefined>]],
      ),
  )
