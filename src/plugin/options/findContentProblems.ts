import type { ContentKit } from '../../sdk/index.js'
import type { ContentCollection } from './resolveContent.js'

import { isMachineryKey, MACHINERY_KEYS } from './collectionKeys.js'
import { findNearest } from './findNearest.js'
import { resolveContent } from './resolveContent.js'

/** As much of the options as can be read, whatever else is wrong with them. */
type GivenContent = {
  collections: Readonly<Record<string, { slug?: string } | undefined>>
  kits?: Readonly<Record<string, object | undefined>>
  providers: readonly { content: ContentKit; name: string }[]
}

/** What cannot work in the providers' kits and in what the options say of collections. */
export const findContentProblems = (given: GivenContent): string[] => {
  const content = resolveContent(given)
  const ambiguous = findAmbiguousKeys({ ...given, content })
  return [
    ...findKitProblems(given),
    ...findNameProblems({ ...given, content }),
    ...findKitNameProblems({ ...given, content }),
    ...ambiguous.map(
      (key) =>
        `collections.${key}: ${describeShared({ content, key })}; say which one you mean: ` +
        listNames({ content, key }).join(' or '),
    ),
    ...findSlugProblems({
      ...given,
      content: content.filter(({ key }) => !ambiguous.includes(key)),
    }),
  ]
}

/** Kits of one name and the same keys are one kit that was loaded twice; others are a mistake. */
const findKitProblems = ({ providers }: Pick<GivenContent, 'providers'>): string[] =>
  providers.flatMap(({ name, content }, index) => {
    const first = providers.slice(0, index).find((other) => other.content.name === content.name)
    const isSame = !first || listKeys(first.content) === listKeys(content)
    return isSame
      ? []
      : [
          `providers: "${first.name}" and "${name}" bring different kits of one name, ` +
            `"${content.name}"; give one of the kits another name`,
        ]
  })

const listKeys = ({ collections }: ContentKit): string => [...collections.keys()].sort().join()

type ContentArgs = { content: readonly ContentCollection[] } & Pick<GivenContent, 'collections'>

const toFullName = ({ key, kit }: ContentCollection): string => `${kit.name}.${key}`

/** Names in the options that nothing has, and two names for one collection. */
const findNameProblems = ({ collections, content }: ContentArgs): string[] => {
  const given = Object.keys(collections).filter((name) => collections[name] !== undefined)
  const plain = [...new Set([...content.map(({ key }) => key), ...MACHINERY_KEYS])]
  const full = content.map(toFullName)
  // Without any kit nobody knows what a provider that was taken out had: its options may stay.
  const unknown = content.length === 0 ? [] : given.filter((name) => !plain.includes(name))
  return [
    ...unknown
      .filter((name) => !full.includes(name))
      .map((name) => {
        const nearest = findNearest({ name, known: name.includes('.') ? full : plain })
        return (
          `collections.${name}: neither the plugin nor a kit of the providers has such a ` +
          `collection; the nearest are ${nearest.map((known) => `"${known}"`).join(', ')}`
        )
      }),
    ...content
      .filter((one) => given.includes(one.key) && given.includes(toFullName(one)))
      .filter(({ key }) => !isMachineryKey(key) && listSharing({ content, key }).length === 1)
      .map(
        (one) => `collections: "${one.key}" and "${toFullName(one)}" are one collection; keep one`,
      ),
  ]
}

type KitNameArgs = { content: readonly ContentCollection[] } & Pick<GivenContent, 'kits'>

/** Kits in the options that no provider brings. */
const findKitNameProblems = ({ content, kits = {} }: KitNameArgs): string[] => {
  const known = [...new Set(content.map(({ kit }) => kit.name))]
  const given = Object.keys(kits).filter((name) => kits[name] !== undefined)
  const isOfPersons = (name: string): boolean =>
    content.some(
      ({ isPublic, key, kit }) =>
        isPublic && kit.name === name && kit.collections.get(key)?.isPersonal,
    )
  return known.length === 0
    ? []
    : [
        ...given
          .filter((name) => !known.includes(name))
          .map(
            (name) =>
              `kits.${name}: no provider brings such a kit; there are ` +
              known.map((other) => `"${other}"`).join(', '),
          ),
        ...given
          .filter(isOfPersons)
          .map((name) => `kits.${name}.publicRead: its documents belong to one person each`),
      ]
}

type SharingArgs = { content: readonly ContentCollection[]; key: string }

const listSharing = ({ content, key }: SharingArgs): ContentCollection[] =>
  content.filter((one) => one.key === key)

const listNames = (args: SharingArgs): string[] =>
  listSharing(args).map((one) => `'${toFullName(one)}'`)

const describeShared = (args: SharingArgs): string => {
  const kits = listSharing(args).map(({ kit }) => `"${kit.name}"`)
  return `the kits ${kits.join(' and ')} each have a collection "${args.key}"`
}

/** Keys that the options name alone although several kits have them. */
const findAmbiguousKeys = ({ collections, content }: ContentArgs): string[] =>
  Object.keys(collections).filter(
    (key) =>
      collections[key] !== undefined &&
      !isMachineryKey(key) &&
      listSharing({ content, key }).length > 1,
  )

/** Slugs that more than one collection would have. */
const findSlugProblems = ({ collections, content }: ContentArgs): string[] => {
  const machinery = MACHINERY_KEYS.map((key) => ({ slug: collections[key]?.slug ?? key }))
  const holders = [...content, ...machinery]
  const slugs = [...new Set(holders.map(({ slug }) => slug))]
  return slugs.flatMap((slug) => {
    const sharing = listSharing({ content, key: slug }).filter((one) => one.slug === slug)
    const count = holders.filter((holder) => holder.slug === slug).length
    if (count < 2) {
      return []
    }
    if (sharing.length < count) {
      return [`collections: more than one has the slug "${slug}"`]
    }
    const mend = sharing
      .slice(1)
      .map((one) => `'${toFullName(one)}': { slug: '${toCamelCase(one)}' }`)
    return [
      `${describeShared({ content: sharing, key: slug })}; give all but one another slug: ` +
        `collections: { ${mend.join(', ')} }`,
    ]
  })
}

/** The kit's name and the key as one word: `collegeTeams`. */
const toCamelCase = ({ key, kit }: ContentCollection): string =>
  `${kit.name}-${key}`.replace(/-+([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase())
