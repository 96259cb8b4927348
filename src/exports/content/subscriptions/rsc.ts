export { SpendingPage } from '../../../content/subscriptions/spending/SpendingPage/index.js'
