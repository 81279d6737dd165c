import type { Part } from '../../domain/card';
import type { TeamId } from '../../domain/people/person';
import type { Day } from '../../domain/time/calendar';
import type { DayView } from '../../ports/views';
import { dayHeading, markedDay, reasonText } from '../day';
import { exampleOf } from '../examples';
import { button, choices, facts, heading, text, when } from '../parts';
import type { MessageOf, Presenter } from '../presenter';
import type { Words } from '../words';

/** The question, where the day asks it; who is told stands with it. */
export function safetyQuestion({ team, day: view }: { team: TeamId; day: DayView }, words: Words): Part[] {
  if (view.drill?.safetySince === undefined) return [];
  const key = view.drill.real ? 'safety.question' : 'safety.question-drill';
  return [safetyChoices({ team, day: view.day }, words.t(key), words)];
}

function safetyChoices({ team, day }: { team: TeamId; day: Day }, label: string, words: Words): Part {
  return choices(label, [
    button(words.t('safety.safe'), { kind: 'safety-answer', team, day, state: 'safe' }, { look: 'primary' }),
    button(
      words.t('safety.need-help'),
      { kind: 'safety-answer', team, day, state: 'need-help' },
      { look: 'danger' },
    ),
  ]);
}

/** In public only how many have answered. */
export function safetyCount(safety: number | undefined, members: number, words: Words): Part[] {
  if (safety === undefined) return [];
  return [facts([{ label: words.t('safety.answered'), value: words.of(safety, Math.max(members, safety)) }])];
}

export const safetyRecorded: Presenter<'safety-recorded'> = (
  { team, teamName, day, state, told, drill },
  words,
) => [
  heading(inDrill(drill, words.t(state === 'safe' ? 'safety.recorded-safe' : 'safety.recorded-help'), words)),
  ...(told ? toldTexts(told, words) : []),
  ...when(
    told !== null && Object.values(told).every(({ length }) => length === 0),
    text(words.t('safety.nobody'), 'strong'),
  ),
  ...when(state === 'need-help', text(words.t('safety.call-yourself'), 'strong')),
  safetyChoices({ team, day }, words.t('safety.change'), words),
  text(`${words.day(day)} · ${teamName}`, 'muted'),
];

function toldTexts(told: NonNullable<MessageOf<'safety-recorded'>['told']>, words: Words): Part[] {
  return (['done', 'coming', 'failed'] as const).flatMap((how) =>
    told[how].length === 0 ? [] : [text(toldText(how, told[how], words), 'strong')],
  );
}

function toldText(how: 'done' | 'coming' | 'failed', names: string[], words: Words): string {
  return words.t(`safety.told-${how}`, { names: words.list(names), count: names.length });
}

/** An exercise is named first: a notification shows the heading alone. */
function inDrill(drill: boolean, text: string, words: Words): string {
  return drill ? words.t('safety.in-drill', { text }) : text;
}

export const safetyCall: Presenter<'safety-call'> = ({ teamName, name, state, at, drill }, words) => [
  heading(
    inDrill(drill, words.t(state === 'safe' ? 'safety.call-safe' : 'safety.call-help', { name }), words),
  ),
  text(words.t(state === 'safe' ? 'safety.call-over' : 'safety.call-act')),
  text(`${words.day(at.day)} ${at.time} · ${teamName}`, 'muted'),
  text(words.t('safety.private'), 'muted'),
];

export const safetyListed: Presenter<'safety-list'> = (message, words) => {
  const { teamName, day: view, safe, needHelp, silent, asked } = message;
  const people = (count: number) => words.t('figure.people', { count });
  return [
    heading(words.t('safety.list', { day: markedDay(view, words) })),
    ...reasonText(view, words),
    facts([
      { label: words.t('safety.need-help'), value: people(needHelp.count) },
      { label: words.t('safety.safe'), value: people(safe) },
      { label: words.t('safety.silent'), value: people(silent.count) },
    ]),
    ...namesText('safety.need-help', needHelp.names, words),
    ...namesText('safety.silent', silent.names, words),
    ...when(needHelp.count + silent.count === 0, text(words.t('safety.all-safe'), 'strong')),
    text(words.t(`safety.list-${asked}`), 'muted'),
    text(words.t('safety.list-again', { command: exampleOf('safety', words) }), 'muted'),
    text(`${dayHeading(view, words)} · ${teamName}`, 'muted'),
    text(words.t('safety.private'), 'muted'),
  ];
};

function namesText(
  key: 'safety.need-help' | 'safety.silent',
  names: readonly string[],
  words: Words,
): Part[] {
  return names.length === 0 ? [] : [text(words.fact(words.t(key), words.list(names)))];
}

export const safetyContacts: Presenter<'safety-contacts'> = ({ teamName, contacts, asks }, words) => [
  heading(words.t('safety.contacts', { team: teamName })),
  text(contacts.length === 0 ? words.t('safety.contacts-none') : words.list(contacts)),
  ...when(contacts.length > 0, text(words.t('safety.contacts-told'))),
  text(words.t(asks ? 'safety.asks' : 'safety.asks-not', { command: 'setup safety=on' }), 'muted'),
];
