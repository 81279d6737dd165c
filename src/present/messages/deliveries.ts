import type { Button } from '../../app/requests/button';
import type { CardChoice, Part } from '../../domain/card';
import type { Day } from '../../domain/time/calendar';
import type { DeliveryView, ReminderGroup, StoppedChannel } from '../../ports/delivery-views';
import type { Reason } from '../../ports/reasons';
import { awayTimes } from '../day';
import { exampleOf } from '../examples';
import { button, choices, facts, heading, text, when } from '../parts';
import type { MessageOf, Presenter } from '../presenter';
import type { Words } from '../words';

/** Characters of names in one line. */
const NAMES_LENGTH = 1_200;

/** Shown to an administrator only, because it can name people. */
export const deliveries: Presenter<'deliveries'> = (message, words) => {
  const { day, stopped, rows, more, reminders, again, unheard, teamName, zone } = message;
  const where = [teamName, words.zone(zone, day, '00:00')];
  return [
    heading(words.t('deliveries.heading', { day: words.day(day) })),
    ...stopped.flatMap((channel) => stoppedParts(channel, words)),
    rows.length === 0
      ? text(words.t('deliveries.none'))
      : facts(rows.map((row) => ({ label: rowLabel(row, words), value: rowValue(row, day, words) }))),
    ...when(more > 0, text(words.t('deliveries.more', { count: more }), 'muted')),
    ...reminderParts('deliveries.reminders', reminders, words),
    ...reminderParts('deliveries.reminders-again', again, words),
    ...when(unheard > 0, text(words.t('deliveries.unheard', { count: unheard }), 'muted')),
    ...resendParts(message, words),
    text(where.join(' · '), 'muted'),
  ];
};

/** Since when a channel takes no messages, why, and what to do. */
function stoppedParts({ second, trouble, since }: StoppedChannel, words: Words): Part[] {
  const key = second ? 'deliveries.refused-second' : 'deliveries.refused';
  return [
    ...(since ? [text(words.t(key, { since: `${words.day(since.day)} ${since.time}` }), 'strong')] : []),
    text(words.t(`trouble.${trouble}`)),
  ];
}

function rowLabel(row: DeliveryView, words: Words): string {
  const of = taskLabel(row, words);
  const what = row.round === 0 ? of : words.t('deliveries.round', { what: of, number: row.round + 1 });
  return row.second ? words.t('deliveries.second', { what }) : what;
}

function taskLabel({ kind, lead }: DeliveryView, words: Words): string {
  if (kind !== 'announce') return words.t(`deliveries.kind.${kind}`);
  return words.t('deliveries.kind.announce', { lead: leadLabel(lead, words) });
}

function leadLabel(lead: DeliveryView['lead'], words: Words): string {
  if (lead === 'drill' || lead === 'emergency') return words.t(`day.type.${lead}`);
  if (lead === 'prev') return words.t('setting.previous-day');
  return words.t('setting.days-before', { count: lead ?? 0 });
}

/** What is written to people one by one: to how many is told apart from it. */
const TO_PEOPLE: ReadonlySet<DeliveryView['kind']> = new Set(['remind', 'remind-now', 'follow-up', 'survey']);

function rowValue(row: DeliveryView, day: Day, words: Words): string {
  const { kind, state, at, retryInMs, attempt, reason, away, elsewhere } = row;
  return [
    words.t(state === 'done' && TO_PEOPLE.has(kind) ? 'deliveries.state.over' : `deliveries.state.${state}`),
    ...(at ? [`${words.day(at.day)} ${at.time}`] : []),
    ...(retryInMs === null ? [] : [words.t('deliveries.retry', { duration: words.duration(retryInMs) })]),
    ...(attempt > 1 ? [words.t('deliveries.attempt', { attempt })] : []),
    ...(reason === null ? [] : [reasonLabel(reason, 'channel', words)]),
    ...(elsewhere === 0 ? [] : [words.t('deliveries.elsewhere', { count: elsewhere })]),
    ...(away ? [words.t('deliveries.away', awayTimes(away, day, words))] : []),
  ].join(' · ');
}

function reminderParts(
  title: 'deliveries.reminders' | 'deliveries.reminders-again',
  groups: readonly ReminderGroup[],
  words: Words,
): Part[] {
  return when(
    groups.length > 0,
    text(words.t(title), 'strong'),
    facts(
      groups.map((group) => ({
        label: words.t(`deliveries.state.${group.state}`),
        value: groupValue(group, words),
      })),
    ),
  );
}

/** What the platform refused has its cure on that platform. */
function reasonLabel(reason: Reason | 'other', where: string, words: Words): string {
  if (reason !== 'gone' && reason !== 'forbidden') return words.t(`deliveries.reason.${reason}`);
  return words.t(CURES[reason][where === 'channel' || where === 'teams' ? where : 'other']);
}

const CURES = {
  gone: {
    channel: 'deliveries.reason.gone-channel',
    teams: 'deliveries.reason.gone-teams',
    other: 'deliveries.reason.gone',
  },
  forbidden: {
    channel: 'deliveries.reason.forbidden-channel',
    teams: 'deliveries.reason.forbidden-teams',
    other: 'deliveries.reason.forbidden',
  },
} as const;

function groupValue({ count, names, reason, platform }: ReminderGroup, words: Words): string {
  const people = words.t('figure.people', { count });
  const who =
    names === null || names.length === 0 ? people : words.fact(people, namesOf(names, count, words));
  return reason === null ? who : `${who} · ${reasonLabel(reason, platform, words)}`;
}

/** As many names as fit, then the number of the others. */
function namesOf(names: readonly string[], count: number, words: Words): string {
  let length = 0;
  const shown = names.filter((name) => {
    length += name.length + 2;
    return length <= NAMES_LENGTH;
  });
  if (shown.length === count) return words.list(shown);
  return words.t('deliveries.more-people', { list: words.join(shown), count: count - shown.length });
}

/** Buttons to send again; for messages that may have arrived, with the warning that they can come twice. */
function resendParts({ team, day, rows, reminders }: MessageOf<'deliveries'>, words: Words): Part[] {
  const has = (state: 'failed' | 'unknown') => [...rows, ...reminders].some((one) => one.state === state);
  const failed = button(words.t('deliveries.resend-button'), resendAction(team, day, 'failed'));
  return [
    ...when(has('failed'), choices(words.t('deliveries.resend-button'), [failed], { quiet: true })),
    ...when(has('unknown'), unknownChoices(team, day, words)),
  ];
}

function unknownChoices(team: string, day: string, words: Words): Part {
  const again: CardChoice = button(words.t('deliveries.unknown-button'), resendAction(team, day, 'unknown'), {
    look: 'danger',
  });
  return choices(words.t('deliveries.resend-unknown'), [again]);
}

function resendAction(team: string, day: string, which: 'failed' | 'unknown'): Button {
  return { kind: 'resend', team, day, which };
}

export const resent: Presenter<'resent'> = ({ team, teamName, day, queued, left, unknown }, words) => {
  const count = queued.posts + queued.reminders;
  const command = `${exampleOf('deliveries', words)} ${day}`;
  return [
    heading(words.t('resent.heading', { day: words.day(day) })),
    ...(count === 0
      ? [text(words.t('resent.nothing'))]
      : [
          facts([
            ...(queued.posts > 0
              ? [{ label: words.t('resent.posts'), value: words.t('resent.count', { count: queued.posts }) }]
              : []),
            ...(queued.reminders > 0
              ? [
                  {
                    label: words.t('deliveries.kind.remind'),
                    value: words.t('figure.people', { count: queued.reminders }),
                  },
                ]
              : []),
          ]),
          text(words.t('resent.queued', { command })),
        ]),
    ...when(
      left.length > 0,
      text(words.t('resent.left'), 'strong'),
      facts(
        left.map(({ why, count: many }) => ({
          label: words.t(`resent.left.${why}`),
          value: words.t('resent.count', { count: many }),
        })),
      ),
    ),
    ...when(unknown > 0, unknownChoices(team, day, words)),
    text(teamName, 'muted'),
  ];
};
