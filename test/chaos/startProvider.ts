export * from './project/startProvider.js'
