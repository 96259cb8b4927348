import { subscriptions as kit } from '../../../content/subscriptions/index.js'
import { defineProvider, importFile } from '../../../sdk/index.js'
import { CHATGPT, createPlan } from './plan.js'

/**
 * Whether a person has ChatGPT Plus, from the export that they can ask for (Settings, Data controls,
 * "Export data": a zip file, or `user.json` of it). It says yes or no and nothing else: price and
 * renewal are completed by hand. What they wrote, their address and their phone number are not kept.
 */
export const chatgpt = () =>
  defineProvider({
    name: 'chatgpt',
    accounts: { schedules: [] },
    content: kit,
    label: CHATGPT,
    resources: { plan: createPlan() },
    source: importFile({
      files: { user: { format: 'json', names: ['user.json'] } },
      skipped: [
        {
          label: 'Conversations',
          names: [
            'conversations*.json',
            'shared_conversations.json',
            'group_chats.json',
            'chat.html',
          ],
        },
        { label: 'Feedback', names: ['message_feedback.json', 'model_comparisons.json'] },
        { label: 'Settings', names: ['user_settings.json'] },
      ],
    }),
  })
