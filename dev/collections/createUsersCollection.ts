import type { CollectionConfig } from 'payload'

/** The people who sign in to the dev app. Viewers see what editors see, and start nothing. */
export const createUsersCollection = (): CollectionConfig => ({
  slug: 'users',
  admin: { useAsTitle: 'email' },
  auth: true,
  fields: [
    {
      name: 'role',
      type: 'select',
      defaultValue: 'editor',
      options: ['editor', 'viewer'],
      required: true,
      saveToJWT: true,
    },
  ],
})
