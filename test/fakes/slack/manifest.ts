import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import schema from './manifest.schema.json';
import type { App } from './world';

type JsonSchema = Parameters<typeof z.fromJSONSchema>[0];

/** What Slack takes as a manifest; see the schema for its source. */
export const manifestSchema = z.fromJSONSchema(schema as JsonSchema);

const used = z.object({
  features: z.object({
    app_home: z.object({ home_tab_enabled: z.boolean() }),
    slash_commands: z.array(z.object({ command: z.string(), should_escape: z.boolean() })),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
    token_rotation_enabled: z.boolean(),
  }),
});

/** The product's own manifest as the fake's app, and the scopes it installs with: what is not in it does not work. */
export function productApp(): { app: Partial<App>; scopes: string[]; commands: string[] } {
  const text = readFileSync(join(__dirname, '../../../manifest.json'), 'utf8');
  const { features, oauth_config, settings } = used.parse(JSON.parse(text));
  return {
    app: {
      events: settings.event_subscriptions.bot_events,
      escapesCommands: features.slash_commands.some(({ should_escape }) => should_escape),
      homeTab: features.app_home.home_tab_enabled,
      tokenRotation: settings.token_rotation_enabled,
    },
    scopes: oauth_config.scopes.bot,
    commands: features.slash_commands.map(({ command }) => command),
  };
}
