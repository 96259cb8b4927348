export * from '../../providers/netflix/index.js'
