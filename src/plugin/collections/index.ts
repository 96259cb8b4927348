export type { CollectionKey, ContentKey, Slugs } from '../options/collectionKeys.js'
export { CONTENT_KEYS, MACHINERY_KEYS } from '../options/collectionKeys.js'
export { createContentCollection } from './content/createContentCollection.js'
export { createMachineryCollection } from './machinery/createMachineryCollection.js'
