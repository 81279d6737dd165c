import { handleOf, type Overlap } from '../../domain/campaigns/campaign';
import type { Part } from '../../domain/card';
import type { TeamId } from '../../domain/people/person';
import type { Refusal } from '../../domain/refusal';
import type { Day } from '../../domain/time/calendar';
import type { CampaignView, PresetView } from '../../ports/views';
import { dayList, daysLabel, skippedText, spanLabel } from '../campaign-days';
import { exampleOf } from '../examples';
import { button, choices, facts, heading, text, when } from '../parts';
import type { MessageOf, Presenter } from '../presenter';
import { skippedLabel } from '../reasons';
import type { Words } from '../words';
import { nextSteps, progressParts, termFacts } from './campaign-progress';
import { refusalText } from './refused';

const MOST_PRESETS = 12;

export const campaigns: Presenter<'campaigns'> = (
  { campaigns: known, presets, locked, setsUp, progress },
  words,
) => [
  heading(words.t('campaigns.heading')),
  known.length === 0
    ? text(words.t('campaigns.none'))
    : facts(
        known.map((campaign) => ({ label: words.campaign(campaign), value: campaignLine(campaign, words) })),
      ),
  ...(progress ? [...progressParts(progress, words), ...nextSteps(progress, words)] : []),
  ...presetFacts(presets, words),
  ...(locked ? lockedParts(locked, setsUp, words) : startParts(presets, words)),
];

/** Without the organisation's campaigns a team can still be asked: on working days, or now. */
function lockedParts(locked: Refusal, team: TeamId | undefined, words: Words): Part[] {
  const why = text(refusalText(locked, words), 'muted');
  if (team === undefined) return [why];
  const ways = [
    button(words.t('settings.edit-button'), { kind: 'settings-form', team }),
    button(words.t('first.poll-now'), { kind: 'poll-now', team, openFor: null }),
  ];
  return [why, text(words.t('campaigns.own-days')), choices(words.t('first.label'), ways, { quiet: true })];
}

function campaignLine(campaign: CampaignView, words: Words): string {
  const { target, state } = campaign;
  const core = coreDays(campaign);
  return [
    daysLabel(campaign.days, words),
    ...(core.length === 0 ? [] : [words.t('campaign.core', { days: dayList(core, words) })]),
    ...(target === null ? [] : [words.t('campaign.target', { target: words.share(target) })]),
    words.t(`campaign.state.${state}`),
  ].join(' · ');
}

function coreDays({ days }: CampaignView): Day[] {
  return days.filter(({ core }) => core).map(({ day }) => day);
}

function presetFacts(presets: readonly PresetView[], words: Words): Part[] {
  const coming = presets.filter(({ heldOn }) => heldOn === null);
  const past = presets.filter(({ heldOn }) => heldOn !== null);
  return [...factsOf('campaigns.presets', coming, words), ...factsOf('campaigns.past', past, words)];
}

function factsOf(
  title: 'campaigns.presets' | 'campaigns.past',
  presets: readonly PresetView[],
  words: Words,
): Part[] {
  return when(
    presets.length > 0,
    text(words.t(title), 'strong'),
    facts(presets.map((preset) => ({ label: words.campaign(preset), value: presetLine(preset, words) }))),
  );
}

function startParts(presets: readonly PresetView[], words: Words): Part[] {
  const [first] = presets;
  const ready = presets
    .slice(0, MOST_PRESETS)
    .map((preset) =>
      button(words.campaign(preset), { kind: 'campaign-use', preset: preset.id, preview: true }),
    );
  return [
    ...(first ? [choices(words.t('campaigns.use'), ready)] : []),
    choices(
      words.t('campaign-form.heading'),
      [
        button(words.t('campaigns.new-button'), { kind: 'campaign-form' }),
        button(words.t('campaigns.import-button'), { kind: 'campaign-import-form' }),
      ],
      { quiet: true },
    ),
  ];
}

function presetLine({ heldOn, ...preset }: PresetView, words: Words): string {
  if (!heldOn) return daysLine(preset, words);
  const then = words.t('campaigns.held', { span: spanLabel(heldOn.from, heldOn.until, words) });
  return `${then} · ${words.t('campaigns.moved', { span: spanLabel(preset.from, preset.until, words) })}`;
}

function daysLine({ from, until, core, days, isRest }: Omit<PresetView, 'heldOn'>, words: Words): string {
  const all = words.t('campaign.days', { span: spanLabel(from, until, words), count: days });
  const span = isRest ? words.t('campaign.rest', { days: all }) : all;
  return core === null ? span : `${span} · ${words.t('campaign.core', { days: words.day(core) })}`;
}

export const campaignChanged: Presenter<'campaign-changed'> = (message, words) => {
  const { change, campaign, skipped, day, today, lost, isTodayOpen, overlaps, unmet, gone, dropped } =
    message;
  const core = coreDays(campaign);
  return [
    heading(words.t(`campaign.${change}`, { name: words.campaign(campaign), day: words.day(day ?? today) })),
    facts([
      ...(day === null ? [] : [{ label: words.t('campaign.name'), value: words.campaign(campaign) }]),
      { label: words.t('campaign.all-days'), value: daysLabel(campaign.days, words) },
      ...(core.length === 0 ? [] : [{ label: words.t('campaign.core-days'), value: dayList(core, words) }]),
      ...(campaign.target === null
        ? []
        : [{ label: words.t('campaign.target-label'), value: words.share(campaign.target) }]),
      ...termFacts(campaign.terms, words),
      { label: words.t('campaign.state'), value: words.t(`campaign.state.${campaign.state}`) },
    ]),
    ...when(skipped.length > 0, text(skippedText(skipped, words))),
    ...overlapTexts(overlaps, words),
    ...unmet.map((refusal) => text(refusalText(refusal, words))),
    ...when(gone > 0, text(words.t('preview.gone', { count: gone }))),
    ...when(isLastLeft(message), text(words.t('preview.one-left'))),
    ...when(dropped.length > 0, text(words.t('campaign.dropped', { days: dayList(dropped, words) }))),
    ...stayingTexts(message, words),
    ...when(message.hours, text(words.t('campaign.hours'))),
    ...(lost === null ? [] : [text(words.t(`campaign.lost-${lost}`))]),
    ...when(isTodayOpen, text(words.t('campaign.ended-open'))),
    ...when(change === 'ended' || isAhead(campaign), text(nextText(message, words), 'muted')),
    ...when(
      change === 'ended' || lost === 'all',
      choices(words.t('campaign.restore-label'), [
        button(words.t('campaign.restore'), { kind: 'campaign-restore', campaign: campaign.id }),
      ]),
    ),
    ...changeParts(message, words),
  ];
};

/** Undo, as long as nothing else has changed, and the form. */
function changeParts({ campaign, undo }: MessageOf<'campaign-changed'>, words: Words): Part[] {
  const { id } = campaign;
  return when(
    isAhead(campaign),
    choices(words.t('campaign.undo-label'), [
      ...(undo === null
        ? []
        : [button(words.t('campaign.restore'), { kind: 'campaign-undo', campaign: id, mark: undo })]),
      button(words.t('campaign.edit-button'), { kind: 'campaign-edit-form', campaign: handleOf(id) }),
    ]),
  );
}

/** A campaign of one day has not lost any. */
function isLastLeft({ change, campaign, today, gone }: MessageOf<'campaign-changed'>): boolean {
  const left = campaign.days.filter(({ day }) => day >= today);
  const hasBegun = gone > 0 || campaign.days.length > left.length;
  return hasBegun && (change === 'started' || change === 'already-running') && left.length === 1;
}

/** Days that the campaign has lost may be those of other campaigns. */
function stayingTexts({ staying }: MessageOf<'campaign-changed'>, words: Words): Part[] {
  return staying.map(({ days, ...other }) =>
    text(
      words.t('campaign.staying', {
        name: words.campaign(other),
        days: dayList(days, words),
      }),
    ),
  );
}

function overlapTexts(overlaps: readonly Overlap[], words: Words): Part[] {
  const each = overlaps.map(({ days, ...other }) =>
    text(words.t('campaign.overlap', { name: words.campaign(other), days: dayList(days, words) })),
  );
  return [...each, ...when(each.length > 0, text(words.t('campaign.overlap-rule'), 'muted'))];
}

/** Everything that the campaign would do, before it is started. */
export const campaignPreview: Presenter<'campaign-preview'> = (message, words) => {
  const { campaign, preset, skipped, overlaps, gone, heldOn, lost } = message;
  const core = coreDays(campaign);
  return [
    heading(words.t('preview.heading', { name: words.campaign(campaign) })),
    facts([
      { label: words.t('campaign.all-days'), value: daysLabel(campaign.days, words) },
      ...(core.length === 0 ? [] : [{ label: words.t('campaign.core-days'), value: dayList(core, words) }]),
      ...termFacts(campaign.terms, words),
    ]),
    ...when(
      heldOn !== null,
      text(words.t('preview.moved', { span: heldOn ? spanLabel(heldOn.from, heldOn.until, words) : '' })),
    ),
    ...(lost ? [text(words.t('preview.lost', { day: skippedLabel(lost, words) }))] : []),
    ...when(gone > 0, text(words.t('preview.gone', { count: gone }))),
    ...when(gone > 0 && campaign.days.length === 1, text(words.t('preview.one-left'))),
    ...when(skipped.length > 0, text(skippedText(skipped, words))),
    ...overlapTexts(overlaps, words),
    ...message.unmet.map((refusal) => text(refusalText(refusal, words))),
    choices(words.t('preview.start-label'), [
      button(words.t('preview.start'), { kind: 'campaign-use', preset }),
    ]),
  ];
};

/** A campaign that is over announces nothing more. */
function isAhead({ state }: CampaignView): boolean {
  return state === 'coming' || state === 'running';
}

function nextText({ change, free }: MessageOf<'campaign-changed'>, words: Words): string {
  if (change === 'ended') return words.t('campaign.ended-next');
  return words.t('campaign.next', { example: exampleOf('add-day', words, free) });
}
