import { z } from 'zod';
import type { ChoicePurpose } from '../../../src/domain/card';
import type { InstallationQuery } from '../installations';
import { purposeOf } from '../render/action-ids';
import { typedText } from './typed';

/* What is read of Slack's payloads, and nothing else. */

const id = z.string().min(1).max(64);
const ref = z.object({ id }).nullish();

const commandBody = z.object({
  team_id: id,
  enterprise_id: id.optional(),
  is_enterprise_install: z.string().optional(),
  channel_id: id,
  channel_name: z.string().default(''),
  user_id: id,
  user_name: z.string().default(''),
  text: z.string().default(''),
  response_url: z.string(),
  trigger_id: z.string(),
});

const entered = z.object({
  type: z.string(),
  value: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
});

const view = z.object({
  id,
  type: z.string(),
  hash: z.string().optional(),
  private_metadata: z.string().default(''),
  app_installed_team_id: z.string().nullish(),
  team_id: z.string().nullish(),
  state: z.object({ values: z.record(z.string(), z.record(z.string(), entered)) }).optional(),
});

const interactionBody = z.object({
  team: ref,
  enterprise: ref,
  is_enterprise_install: z.boolean().nullish(),
  user: z.object({
    id,
    name: z.string().optional(),
    username: z.string().optional(),
    team_id: id.optional(),
  }),
  channel: z.object({ id, name: z.string().default('') }).nullish(),
  message: z.object({ team: z.string().nullish() }).nullish(),
  container: z.object({ type: z.string().optional(), is_ephemeral: z.boolean().optional() }).optional(),
  response_url: z.string().optional(),
  trigger_id: z.string().default(''),
  view: view.nullish(),
  actions: z
    .array(z.object({ type: z.string(), action_id: z.string().default(''), value: z.string().optional() }))
    .default([]),
  callback_id: z.string().optional(),
});

const eventBody = z.object({
  team_id: z.string().nullish(),
  context_team_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  is_ext_shared_channel: z.boolean().nullish(),
  context_enterprise_id: z.string().nullish(),
  authorizations: z
    .array(
      z.object({
        enterprise_id: z.string().nullish(),
        team_id: z.string().nullish(),
        is_enterprise_install: z.boolean().nullish(),
      }),
    )
    .default([]),
});

/** An object with an id, or the id alone. */
const subject = z.union([z.string(), z.looseObject({ id: z.string() })]).optional();
const happened = z.object({
  event: z.looseObject({
    type: z.string(),
    channel: subject,
    user: subject,
    item: z.looseObject({}).optional(),
    subteam: z.looseObject({}).optional(),
  }),
});
const pressed = interactionBody.extend({ actions: interactionBody.shape.actions.unwrap().min(1) });
const inView = interactionBody.extend({ view });

/** What each kind of interaction must have; Slack sends other kinds to other apps only. */
const INTERACTIONS: ReadonlyMap<unknown, z.ZodType> = new Map<unknown, z.ZodType>([
  ['block_actions', pressed],
  ['view_submission', inView],
  ['view_closed', inView],
  ['shortcut', interactionBody],
  ['message_action', interactionBody],
]);

export type View = z.infer<typeof view>;

/** Who sent a request, where, and how it can be answered. */
export interface Origin {
  teamId: string;
  via: InstallationQuery;
  userId: string;
  username: string;
  /** The workspace of the user; null where the kind of request does not tell it. */
  homeTeamId: string | null;
  /** Whether `teamId` is told by more than the user's own workspace. */
  isWorkspaceKnown: boolean;
  channel: { id: string; name: string } | null;
  triggerId: string;
  responseUrl: string | null;
}

export interface CommandIn extends Origin {
  text: string;
}

export interface InteractionIn extends Origin {
  view: View | null;
  /** Whether the button is in a message that only this person sees. */
  ephemeral: boolean;
  /** The pressed button's value; null: none. */
  value: string | null;
  /** What the pressed button is for, as its card said. */
  purpose: ChoicePurpose;
}

/** Whether a body has everything that Bolt and the readers below take for granted. */
export function isReadable(body: Readonly<Record<string, unknown>>): boolean {
  return schemaOf(body).safeParse(body).success;
}

function schemaOf({ type, event, command }: Readonly<Record<string, unknown>>): z.ZodType {
  if (event !== undefined || type === 'event_callback') return happened;
  if (command !== undefined) return commandBody;
  return INTERACTIONS.get(type) ?? z.unknown();
}

export function readCommand(body: unknown): CommandIn {
  const read = commandBody.parse(body);
  const isEnterpriseInstall = read.is_enterprise_install === 'true';
  return {
    teamId: read.team_id,
    via: { teamId: read.team_id, enterpriseId: read.enterprise_id ?? null, isEnterpriseInstall },
    userId: read.user_id,
    username: read.user_name,
    homeTeamId: null,
    isWorkspaceKnown: true,
    channel: { id: read.channel_id, name: read.channel_name },
    triggerId: read.trigger_id,
    responseUrl: read.response_url,
    text: typedText(read.text),
  };
}

export function readInteraction(body: unknown): InteractionIn {
  const read = interactionBody.parse(body);
  const installedIn = read.view?.app_installed_team_id;
  const own = installedIn?.startsWith('T') ? installedIn : null;
  // An org-wide install gets no team: the workspace of the user may then be that of an outsider.
  const named = own ?? read.team?.id ?? null;
  const teamId = named ?? read.user.team_id ?? '';
  const isWorkspaceKnown = named !== null || [read.message?.team, read.view?.team_id].includes(teamId);
  const isEnterpriseInstall = read.is_enterprise_install === true;
  const [action] = read.actions;
  return {
    teamId,
    via: { teamId, enterpriseId: read.enterprise?.id ?? null, isEnterpriseInstall },
    userId: read.user.id,
    username: read.user.username ?? read.user.name ?? '',
    homeTeamId: isWorkspaceKnown ? (read.user.team_id ?? null) : null,
    isWorkspaceKnown,
    channel: read.channel ?? null,
    triggerId: read.trigger_id,
    responseUrl: read.response_url ?? null,
    view: read.view ?? null,
    ephemeral: read.container?.is_ephemeral === true,
    value: action?.value ?? null,
    purpose: purposeOf(action?.action_id ?? ''),
  };
}

interface EventOrigin {
  teamId: string;
  via: InstallationQuery;
  /** Whether the channel of the event is shared with other organisations. */
  isShared: boolean;
}

/** The workspace whose install received the event, also for what happens elsewhere in a shared channel. */
export function readEvent(body: unknown): EventOrigin {
  const read = eventBody.parse(body);
  const [authorization] = read.authorizations;
  const teamId = read.context_team_id ?? read.team_id ?? '';
  const enterpriseId =
    authorization?.enterprise_id ?? read.context_enterprise_id ?? read.enterprise_id ?? null;
  const isEnterpriseInstall = authorization?.is_enterprise_install === true;
  const isShared = read.is_ext_shared_channel === true;
  return { teamId, via: { teamId, enterpriseId, isEnterpriseInstall }, isShared };
}
