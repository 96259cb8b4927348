import type { CollectionConfig, Field } from 'payload'

import type { MachineryCollectionArgs } from '../MachineryCollectionArgs.js'

import { DEFAULT_CONNECTION } from '../../../../sdk/connections/Connection.js'
import { SYNC_MODES } from '../../../../sdk/index.js'
import { DEFAULT_PRIORITY, PRIORITIES } from '../../../../sync/run/Run.js'
import { DEFAULT_TIMEZONE, FREQUENCIES, ORIGINS } from '../../../../sync/schedule/Schedule.js'
import { description, label, toOptions } from '../../../translations/index.js'
import { tellReasons } from '../../tellReasons.js'
import { limitToSight } from '../connections/limitToSight.js'
import { defineMachineryCollection } from '../defineMachineryCollection.js'
import { showWorkTitle, storeWorkTitle } from '../logs/workTitle.js'
import { keepConfigSchedule } from './keepConfigSchedule.js'
import { closeScheduleIssues, noteScheduleIssues } from './noteScheduleIssues.js'
import { prepareSchedule } from './prepareSchedule.js'
import { createScheduleAccess } from './scheduleAccess.js'
import { showNextSlot } from './showNextSlot.js'

/** What the scheduler writes and people only read. */
const OWN = { create: () => false, update: () => false }

const COMPONENTS = {
  choice: 'payload-plugin-sync/client#ScheduleChoice',
  conflicts: 'payload-plugin-sync/rsc#ScheduleConflicts',
  figures: 'payload-plugin-sync/rsc#ScheduleFigures',
  outlook: 'payload-plugin-sync/client#ScheduleOutlook',
  switch: 'payload-plugin-sync/client#ScheduleSwitch',
  timing: 'payload-plugin-sync/rsc#ScheduleTiming',
} as const

type NumberFieldArgs = { max: number; min: number; name: string; shownFor: readonly string[] }

/** One part of a preset, asked for where its frequency needs it. */
const timeField = ({ name, max, min, shownFor }: NumberFieldArgs): Field => ({
  name,
  type: 'number',
  admin: {
    condition: (data) => shownFor.includes(String(data?.frequency)),
    step: 1,
    width: '25%',
  },
  label: label(`fields:${name as 'hour'}`),
  max,
  min,
})

/** When to run what. An edit counts from the next tick of any process. */
export const createSyncSchedulesCollection = ({
  access,
  adminUserSlug,
  providers,
  slugs,
}: MachineryCollectionArgs): CollectionConfig => {
  const { canChange, canCreate } = createScheduleAccess({ access, providers })
  const choices = providers.map(({ name, label: text, resources }) => ({
    label: text,
    resources: [...resources.keys()],
    value: name,
  }))

  return defineMachineryCollection({
    access: {
      create: canCreate,
      delete: canChange,
      update: canChange,
    },
    admin: {
      components: { beforeListTable: [COMPONENTS.conflicts] },
      defaultColumns: ['title', 'enabled', 'frequency', 'nextSlotAt', 'lastSlotAt', 'origin'],
      description: description('descriptions:syncSchedules'),
      listSearchableFields: ['title', 'provider', 'resource', 'note'],
      useAsTitle: 'title',
    },
    adminUserSlug,
    canView: access.view,
    defaultSort: 'title',
    // What makes the title, also where a list asks for nothing but it.
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'provider',
            type: 'text',
            admin: {
              components: {
                Field: { clientProps: { choices, of: 'provider' }, path: COMPONENTS.choice },
              },
              width: '34%',
            },
            index: true,
            label: label('fields:provider'),
            required: true,
          },
          {
            name: 'resource',
            type: 'text',
            admin: {
              components: {
                Field: { clientProps: { choices, of: 'resource' }, path: COMPONENTS.choice },
              },
              description: description('descriptions:scheduleResource'),
              width: '33%',
            },
            label: label('fields:resource'),
          },
          {
            name: 'mode',
            type: 'select',
            admin: { isClearable: false, width: '33%' },
            defaultValue: 'incremental',
            label: label('fields:mode'),
            options: toOptions({ group: 'mode', values: SYNC_MODES }),
            required: true,
          },
        ],
      },
      {
        type: 'row',
        fields: [
          {
            name: 'frequency',
            type: 'select',
            admin: {
              components: { Cell: COMPONENTS.timing },
              isClearable: false,
              width: '25%',
            },
            defaultValue: 'daily',
            label: label('fields:frequency'),
            options: toOptions({ group: 'frequency', values: FREQUENCIES }),
            required: true,
          },
          {
            name: 'cron',
            type: 'text',
            admin: {
              condition: (data) => data?.frequency === 'cron',
              description: description('descriptions:cron'),
              placeholder: '*/15 * * * *',
              width: '50%',
            },
            label: label('fields:cron'),
          },
          timeField({ name: 'monthDay', max: 28, min: 1, shownFor: ['monthly'] }),
          {
            name: 'weekday',
            type: 'number',
            admin: {
              components: {
                Field: { clientProps: { of: 'weekday' }, path: COMPONENTS.choice },
              },
              condition: (data) => data?.frequency === 'weekly',
              width: '25%',
            },
            label: label('fields:weekday'),
            max: 6,
            min: 0,
          },
          timeField({ name: 'hour', max: 23, min: 0, shownFor: ['daily', 'weekly', 'monthly'] }),
          timeField({
            name: 'minute',
            max: 59,
            min: 0,
            shownFor: ['hourly', 'daily', 'weekly', 'monthly'],
          }),
        ],
      },
      {
        name: 'outlook',
        type: 'ui',
        admin: {
          components: {
            Field: {
              clientProps: { providers: providers.map(({ name }) => name) },
              path: COMPONENTS.outlook,
            },
          },
          disableListColumn: true,
        },
      },
      { name: 'note', type: 'textarea', label: label('fields:note') },
      {
        name: 'figures',
        type: 'ui',
        admin: { components: { Field: COMPONENTS.figures }, disableListColumn: true },
      },
      {
        name: 'runs',
        type: 'join',
        admin: {
          allowCreate: false,
          // A schedule that is not saved has none.
          condition: (_data, _siblings, { operation }) => operation !== 'create',
          defaultColumns: ['status', 'startedAt', 'finishedAt', 'requests'],
        },
        collection: slugs.syncLogs,
        defaultLimit: 5,
        defaultSort: '-createdAt',
        label: label('schedules:runs'),
        on: 'scheduled.schedule',
      },
      {
        name: 'title',
        type: 'text',
        access: OWN,
        admin: { hidden: true },
        hooks: { afterRead: [showWorkTitle], beforeChange: [storeWorkTitle(providers)] },
        index: true,
        label: label('fields:title'),
      },
      {
        name: 'enabled',
        type: 'checkbox',
        admin: { components: { Cell: COMPONENTS.switch }, position: 'sidebar' },
        defaultValue: true,
        label: label('fields:enabled'),
      },
      {
        name: 'timezone',
        type: 'text',
        admin: {
          components: { Field: { clientProps: { of: 'timezone' }, path: COMPONENTS.choice } },
          position: 'sidebar',
        },
        defaultValue: DEFAULT_TIMEZONE,
        label: label('fields:timezone'),
        required: true,
      },
      {
        name: 'priority',
        type: 'select',
        admin: { isClearable: false, position: 'sidebar' },
        defaultValue: DEFAULT_PRIORITY,
        label: label('fields:priority'),
        options: toOptions({ group: 'priority', values: PRIORITIES }),
        required: true,
      },
      {
        name: 'catchUp',
        type: 'checkbox',
        admin: { description: description('descriptions:catchUp'), position: 'sidebar' },
        defaultValue: true,
        label: label('fields:catchUp'),
      },
      {
        name: 'connection',
        type: 'text',
        admin: {
          description: description('descriptions:scheduleConnection'),
          position: 'sidebar',
        },
        defaultValue: DEFAULT_CONNECTION,
        label: label('fields:connection'),
      },
      {
        name: 'origin',
        type: 'select',
        access: OWN,
        admin: { position: 'sidebar', readOnly: true },
        defaultValue: 'admin',
        label: label('fields:origin'),
        options: toOptions({ group: 'origin', values: ORIGINS }),
      },
      ...(['nextSlotAt', 'lastSlotAt', 'retiredAt'] as const).map((name): Field => ({
        name,
        type: 'date',
        access: OWN,
        admin: {
          condition: (data) => Boolean(data?.[name]),
          date: { pickerAppearance: 'dayAndTime' },
          position: 'sidebar',
          readOnly: true,
        },
        ...(name === 'nextSlotAt' && { hooks: { afterRead: [showNextSlot(providers)] } }),
        // What is due is asked for every minute.
        index: name === 'nextSlotAt',
        label: label(`fields:${name}`),
      })),
      {
        name: 'skippedSlots',
        type: 'number',
        access: OWN,
        admin: {
          condition: (data) => Number(data?.skippedSlots) > 0,
          position: 'sidebar',
          readOnly: true,
        },
        defaultValue: 0,
        label: label('fields:skippedSlots'),
      },
      {
        name: 'lastError',
        type: 'textarea',
        access: OWN,
        admin: {
          condition: (data) => Boolean(data?.lastError),
          position: 'sidebar',
          readOnly: true,
        },
        label: label('fields:lastError'),
      },
      // Ties a schedule of the config to its row from start to start.
      { name: 'key', type: 'text', access: OWN, admin: { hidden: true }, unique: true },
      // What the config says, for "reset to default".
      { name: 'defaults', type: 'json', access: OWN, admin: { hidden: true } },
      // The newest slot up to which `skippedSlots` counts.
      { name: 'countedUntil', type: 'date', access: OWN, admin: { hidden: true } },
      // Which deployed configs have it.
      { name: 'seenBy', type: 'json', access: OWN, admin: { hidden: true } },
      // What spoke against it when it was saved.
      { name: 'warnings', type: 'json', access: OWN, admin: { hidden: true } },
    ],
    forceSelect: { mode: true, provider: true, resource: true },
    hooks: {
      afterChange: [noteScheduleIssues],
      afterDelete: [closeScheduleIssues],
      afterError: [tellReasons],
      beforeChange: [prepareSchedule],
      beforeDelete: [keepConfigSchedule],
    },
    key: 'syncSchedules',
    limit: limitToSight,
    slugs,
  })
}
