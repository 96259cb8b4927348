import type { EventName, Subscribers } from './Subscriber.js'

type FindListenersArgs = { name: EventName; subscribers: Subscribers }

/** The names of those who want to hear of an event. */
export const findListeners = ({ name, subscribers }: FindListenersArgs): string[] =>
  [...subscribers.values()].filter(({ on }) => on[name]).map((subscriber) => subscriber.name)
