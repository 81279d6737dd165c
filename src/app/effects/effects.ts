import { type Campaign, namedOf } from '../../domain/campaigns/campaign';
import {
  type Effect,
  type EffectValue,
  findEffect,
  withEntry,
  withoutValue,
} from '../../domain/effects/effect';
import { readEffectFile, rightFor } from '../../domain/effects/effect-file';
import { isSameName } from '../../domain/effects/metric';
import type { OrgId } from '../../domain/people/person';
import type { Right } from '../../domain/permissions';
import { isRefusal, type Refusal, refuse, refuseFile } from '../../domain/refusal';
import { cleanName } from '../../domain/text';
import { CHAT_BOUNDS } from '../../domain/typed/csv';
import { readNumber } from '../../domain/typed/number';
import type { EffectChange } from '../../ports/effect-views';
import { type RequestContext, type RequestResult, unlessRefused } from '../context';
import type { IntentOf } from '../intent';
import { campaignMeant, spanOf } from './campaign-meant';

type Context = RequestContext<'campaigns' | 'effects'>;

/** The effects of a campaign. */
export async function showEffects(
  context: Context,
  { campaign: named }: IntentOf<'effects'>,
  _right: Right<'measure-effects'>,
): Promise<RequestResult> {
  return unlessRefused(await meant(context, named), async (campaign) =>
    viewOf(campaign, await context.core.effects.get(campaign.org, campaign.id), null),
  );
}

/** Enters the value of one unit of the organisation; one that is known is replaced. */
export async function setEffect(
  context: Context,
  { campaign: named, ...typed }: IntentOf<'effect-set'>,
  _right: Right<'measure-effects'>,
): Promise<RequestResult> {
  const value = readValue(typed);
  if (isRefusal(value)) return value;
  const { metric, measure, periods } = typed;
  return unlessRefused(await meant(context, named), async (campaign) => {
    let before: EffectValue | null = null;
    return changed(
      context,
      campaign,
      (effects) => {
        const known = findEffect(effects, metric)?.values.find(({ unit }) => isSameName(unit, value.unit));
        before = known ?? null;
        return withEntry(effects, { metric, measure, ...periods, values: [value] });
      },
      () => ({ kind: 'set', metric, measure, before, after: value }),
    );
  });
}

function readValue(typed: Omit<IntentOf<'effect-set'>, 'campaign'>): EffectValue | Refusal {
  const numbers = [typed.baseline, typed.core, ...(typed.people === null ? [] : [typed.people])];
  for (const text of numbers) {
    const what = readNumber(text);
    if (typeof what === 'number') continue;
    return {
      ...refuse('bad-number'),
      faults: [{ line: null, column: null, what, found: text, right: rightFor(what) }],
    };
  }
  const [baseline = 0, core = 0, people = null] = numbers.map((text) => Number(readNumber(text)));
  return { unit: cleanName(typed.unit), baseline, core, people };
}

/** Takes back what was entered of a metric, or of one unit of it. */
export async function removeEffect(
  context: Context,
  { campaign: named, metric, unit }: IntentOf<'effect-remove'>,
  _right: Right<'measure-effects'>,
): Promise<RequestResult> {
  return unlessRefused(await meant(context, named), (campaign) =>
    changed(
      context,
      campaign,
      (effects) => withoutValue(effects, metric, unit),
      () => ({ kind: 'removed', metric, unit }),
    ),
  );
}

/** Enters all values of a CSV file, or none. */
export async function importEffects(
  context: Context,
  { campaign: named, metric, text }: IntentOf<'effect-import'>,
  _right: Right<'measure-effects'>,
): Promise<RequestResult> {
  const read = readEffectFile(text, metric, CHAT_BOUNDS);
  if (Array.isArray(read)) return refuseFile(read);
  return unlessRefused(await meant(context, named), async (campaign) => {
    let before: readonly Effect[] = [];
    const apply = (effects: readonly Effect[]) => {
      before = effects;
      return read.entries.reduce<readonly Effect[] | Refusal>(
        (all, entry) => (isRefusal(all) ? all : withEntry(all, entry)),
        effects,
      );
    };
    return changed(context, campaign, apply, (after) => ({
      kind: 'imported',
      units: read.entries.reduce((sum, { values }) => sum + values.length, 0),
      changed: differing(before, after),
      ignored: read.ignored.map((column) => cleanName(column)),
    }));
  });
}

/** In how many units the value is new or another. */
function differing(before: readonly Effect[], after: readonly Effect[]): number {
  const keyed = (effects: readonly Effect[]) =>
    effects.flatMap(({ metric, measure, values }) =>
      values.map((value) => JSON.stringify([metric, measure, value])),
    );
  const known = new Set(keyed(before));
  return keyed(after).filter((key) => !known.has(key)).length;
}

function meant({ core, actor, today }: Context, named: string | null): Promise<Campaign | Refusal> {
  const { org } = actor;
  return campaignMeant(core, { org, named, today }, (name) => `effects campaign="${name}"`);
}

async function changed(
  { core }: Context,
  campaign: Campaign,
  apply: (effects: readonly Effect[]) => readonly Effect[] | Refusal,
  changeOf: (after: readonly Effect[]) => EffectChange,
): Promise<RequestResult> {
  return unlessRefused(await core.effects.change(campaign.org, campaign.id, apply), async (effects) =>
    viewOf(campaign, effects, changeOf(effects)),
  );
}

function viewOf(campaign: Campaign, effects: readonly Effect[], change: EffectChange | null): RequestResult {
  const { terms } = campaign;
  const periods = { baseline: terms?.baseline ?? null, core: spanOf(campaign) };
  return { kind: 'effects', campaign: namedOf(campaign), periods, effects, change };
}

/** The effects of the organisation in a few signs, by campaign and metric, for the trail. */
export async function effectsState(
  { campaigns, effects }: Context['core'],
  org: OrgId,
): Promise<Record<string, string>> {
  const entries = (await campaigns.list(org)).map(async ({ id, name }) =>
    (await effects.get(org, id)).map(
      ({ metric, values }) => [`${name}, ${metric}`, inSigns(values)] as const,
    ),
  );
  return Object.fromEntries((await Promise.all(entries)).flat());
}

/** More values than that are summed up. */
const MOST_LISTED = 10;

function inSigns(values: readonly EffectValue[]): string {
  const rounded = (value: number) => String(Math.round(value * 100) / 100);
  const sumOf = (of: 'baseline' | 'core') => rounded(values.reduce((sum, value) => sum + value[of], 0));
  if (values.length > MOST_LISTED) return `n=${values.length}: ${sumOf('baseline')} > ${sumOf('core')}`;
  return values
    .map(({ unit, baseline, core }) => `${unit} ${rounded(baseline)} > ${rounded(core)}`)
    .join('; ');
}
