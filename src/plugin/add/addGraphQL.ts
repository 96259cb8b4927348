import type { Config } from 'payload'

import type { Step } from './Step.js'

type Extension = NonNullable<NonNullable<Config['graphQL']>['queries']>
type GraphQLLibrary = Parameters<Extension>[0]

/** The id of a document; null where only a query was given. */
const toId = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : value

/** What stands for documents of a collection that is not part of GraphQL: nothing but their ids. */
const createStandIn = ({ GraphQLScalarType }: GraphQLLibrary) =>
  new GraphQLScalarType({
    name: 'NotInGraphQL',
    description:
      'Belongs to a collection that is not part of GraphQL (graphQL: false), so no more than an id ' +
      'is told of it, or null.',
    serialize: toId,
  })

/**
 * A relation to a collection that a project keeps out of GraphQL (its users, or one of the plugin's
 * by override) makes Payload answer every query with an error, because it finds no type for the
 * field. Such a field gets one that tells nothing. Asked when the schema is built, so that it holds
 * for what plugins after this one change.
 */
export const addGraphQL: Step = ({ config }) => ({
  ...config,
  graphQL: {
    ...config.graphQL,
    queries: (graphQL, context) => {
      const standIn = createStandIn(graphQL)
      const collections = context.collections as Record<string, { graphQL?: object }>
      for (const collection of Object.values(collections)) {
        collection.graphQL ??= { type: standIn, whereInputType: standIn }
      }
      return config.graphQL?.queries?.(graphQL, context) ?? {}
    },
  },
})
