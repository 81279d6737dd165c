import type { Right } from '../../domain/permissions';
import { isRefusal } from '../../domain/refusal';
import {
  applySettings,
  fieldOfSetting,
  SETTING_KEYS,
  type SettingKey,
} from '../../domain/teams/change-settings';
import { defaultSettings, type TeamSettings } from '../../domain/teams/settings';
import type { RequestContext, RequestResult } from '../context';
import type { IntentOf } from '../intent';
import { type FirstNeeds, firstSettings } from './own-team';

type Allowed = Right<'set-up-teams'>;

/** What new teams of the organisation begin with. Teams that are there stay as they are. */
export async function showTemplate(context: RequestContext<FirstNeeds>): Promise<RequestResult> {
  return template(context, await settingsNow(context), { changed: [], asked: false });
}

/** Changes what new teams begin with: all of the values or, when one is wrong, none. */
export async function setTemplate(
  context: RequestContext<FirstNeeds>,
  { changes }: IntentOf<'template-set'>,
  _right: Allowed,
): Promise<RequestResult> {
  const { core, actor, today } = context;
  const applied = applySettings(await settingsNow(context), changes, today);
  if (isRefusal(applied)) return applied;
  const own = difference(applied.settings, defaultSettings(core.defaults));
  const saved = await core.structures.change(actor.org, (now) => ({ ...now, template: own }));
  if (isRefusal(saved)) return saved;
  return template(context, applied.settings, { changed: applied.changed, asked: true });
}

/** New teams begin with the defaults again. */
export async function resetTemplate(
  context: RequestContext<FirstNeeds>,
  _intent: IntentOf<'template-reset'>,
  _right: Allowed,
): Promise<RequestResult> {
  const { core, actor } = context;
  const before = await settingsNow(context);
  const saved = await core.structures.change(actor.org, ({ template: _, ...now }) => now);
  if (isRefusal(saved)) return saved;
  const settings = defaultSettings(core.defaults);
  return template(context, settings, { changed: keysOf(difference(before, settings)), asked: true });
}

function settingsNow({ core, actor }: RequestContext<FirstNeeds>): Promise<TeamSettings> {
  return firstSettings(core, actor.org, false);
}

function template(
  { core }: RequestContext<'defaults'>,
  settings: TeamSettings,
  done: { changed: SettingKey[]; asked: boolean },
): RequestResult {
  const own = keysOf(difference(settings, defaultSettings(core.defaults)));
  return { kind: 'template', settings, own, ...done };
}

/** The fields in which the first differ from the second. */
function difference(settings: TeamSettings, from: TeamSettings): Partial<TeamSettings> {
  const known: Readonly<Record<string, unknown>> = { ...from };
  return Object.fromEntries(
    Object.entries(settings).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(known[field]),
    ),
  );
}

function keysOf(fields: Partial<TeamSettings>): SettingKey[] {
  return SETTING_KEYS.filter((key) => fieldOfSetting(key) in fields);
}
