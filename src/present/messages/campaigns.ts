import type { Overlap } from '../../domain/campaigns/campaign';
import type { Part } from '../../domain/card';
import { MAX_NAME } from '../../domain/text';
import type { Day } from '../../domain/time/calendar';
import type { CampaignView, PresetView } from '../../ports/views';
import { exampleOf } from '../examples';
import { button, choices, facts, form, heading, text, when } from '../parts';
import type { MessageOf, Presenter } from '../presenter';
import { skippedLabel } from '../reasons';
import type { Words } from '../words';
import { progressParts, termFacts } from './campaign-progress';
import { refusalText } from './refused';

/** What a form of each platform takes. */
const MOST_TYPED = 3_000;
const MOST_PRESETS = 12;

export const campaigns: Presenter<'campaigns'> = ({ campaigns: known, presets, locked, progress }, words) => [
  heading(words.t('campaigns.heading')),
  known.length === 0
    ? text(words.t('campaigns.none'))
    : facts(
        known.map((campaign) => ({ label: words.campaign(campaign), value: campaignLine(campaign, words) })),
      ),
  ...(progress ? progressParts(progress, words) : []),
  ...presetFacts(presets, words),
  ...(locked ? [text(refusalText(locked, words), 'muted')] : startParts(presets, words)),
];

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

function dayList(days: readonly Day[], words: Words): string {
  return words.list(days.map(words.day));
}

/** `Mon 23 July – Fri 27 July, 5 days`. */
function daysLabel(days: CampaignView['days'], words: Words): string {
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  if (first === undefined || last === undefined) return words.t('figure.days', { count: 0 });
  return words.t('campaign.days', { span: spanLabel(first, last, words), count: days.length });
}

function spanLabel(from: Day, until: Day, words: Words): string {
  if (from === until) return words.day(from);
  return words.t('date.span', { from: words.day(from), until: words.day(until) });
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
    ...(first ? [choices(words.t('campaigns.use', { example: first.id }), ready)] : []),
    choices(words.t('campaigns.new', { example: exampleOf('new', words) }), [
      button(words.t('campaigns.new-button'), { kind: 'campaign-form' }),
      button(words.t('campaigns.import-button'), { kind: 'campaign-import-form' }),
    ]),
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
  const { change, campaign, skipped, day, today, lost, isTodayOpen, overlaps } = message;
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
    ...(lost === null ? [] : [text(words.t(`campaign.lost-${lost}`))]),
    ...when(isTodayOpen, text(words.t('campaign.ended-open'))),
    ...when(change === 'ended' || isAhead(campaign), text(nextText(message, words), 'muted')),
    ...when(
      change === 'ended' || lost === 'all',
      choices(words.t('campaign.restore-label'), [
        button(words.t('campaign.restore'), { kind: 'campaign-restore', campaign: campaign.id }),
      ]),
    ),
  ];
};

function overlapTexts(overlaps: readonly Overlap[], words: Words): Part[] {
  return overlaps.map(({ days, ...other }) =>
    text(
      words.t('campaign.overlap', {
        name: words.campaign(other),
        days: dayList(days, words),
        count: days.length,
      }),
    ),
  );
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
    ...when(campaign.days.length === 1, text(words.t('preview.one-left'))),
    ...when(skipped.length > 0, text(skippedText(skipped, words))),
    ...overlapTexts(overlaps, words),
    choices(words.t('preview.start-label'), [
      button(words.t('preview.start'), { kind: 'campaign-use', preset }),
    ]),
  ];
};

/** A campaign that is over announces nothing more. */
function isAhead({ state }: CampaignView): boolean {
  return state === 'coming' || state === 'running';
}

function skippedText(skipped: MessageOf<'campaign-changed'>['skipped'], words: Words): string {
  return words.t('campaign.skipped', {
    days: words.list(skipped.map((reason) => skippedLabel(reason, words))),
  });
}

function nextText({ change }: MessageOf<'campaign-changed'>, words: Words): string {
  if (change === 'ended') return words.t('campaign.ended-next');
  return words.t('campaign.next', { example: exampleOf('add-day', words) });
}

export const campaignForm: Presenter<'campaign-form'> = (_message, words) => [
  heading(words.t('campaign-form.heading')),
  form(
    { kind: 'campaign-form' },
    [
      {
        kind: 'text',
        name: 'title',
        label: words.t('campaign-form.title'),
        value: '',
        hint: null,
        required: true,
        maxLength: MAX_NAME,
      },
      { kind: 'date', name: 'from', label: words.t('campaign-form.from'), value: '', required: true },
      { kind: 'date', name: 'until', label: words.t('campaign-form.until'), value: '', required: true },
      { kind: 'date', name: 'core', label: words.t('campaign-form.core'), value: '', required: false },
      {
        kind: 'text',
        name: 'target',
        label: words.t('campaign-form.target'),
        value: '',
        hint: words.t('campaign-form.target-hint'),
        required: false,
        maxLength: 10,
      },
    ],
    words.t('campaign-form.submit'),
  ),
];

export const campaignImportForm: Presenter<'campaign-import-form'> = (_message, words) => [
  heading(words.t('campaign-import.heading')),
  text(words.t('campaign-import.intro')),
  form(
    { kind: 'campaign-import-form' },
    [
      {
        kind: 'text',
        name: 'text',
        label: words.t('campaign-import.text'),
        value: '',
        hint: words.t('campaign-import.hint'),
        required: true,
        maxLength: MOST_TYPED,
        multiline: true,
      },
    ],
    words.t('campaign-import.submit'),
  ),
];
