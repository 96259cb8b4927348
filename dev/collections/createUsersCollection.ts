import type { CollectionConfig } from 'payload'

/** The people who sign in to the dev app. */
export const createUsersCollection = (): CollectionConfig => ({
  slug: 'users',
  admin: { useAsTitle: 'email' },
  auth: true,
  fields: [],
})
