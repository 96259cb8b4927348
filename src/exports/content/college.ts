export * from '../../content/college/index.js'
