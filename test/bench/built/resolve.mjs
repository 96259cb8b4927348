const SOURCE = new URL('../../../src/', import.meta.url).href
const BUILT = new URL('../../../dist/', import.meta.url).href

export const resolve = async (specifier, context, nextResolve) => {
  const resolved = await nextResolve(specifier, context)
  const { url } = resolved
  return url.startsWith(SOURCE) && /\.tsx?(\?|$)/.test(url)
    ? { ...resolved, url: url.replace(SOURCE, BUILT).replace(/\.tsx?(?=\?|$)/, '.js') }
    : resolved
}
