export * from '../../content/subscriptions/index.js'
