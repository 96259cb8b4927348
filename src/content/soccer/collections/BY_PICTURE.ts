/**
 * How people pick a document that has a picture: from its list, which shows the picture. Payload's
 * own dropdown has no place for more than a name.
 */
export const BY_PICTURE = { appearance: 'drawer' } as const
