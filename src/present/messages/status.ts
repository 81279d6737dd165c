import type { Part } from '../../domain/card';
import { button, choices, heading, text, when } from '../parts';
import type { MessageOf, Presenter } from '../presenter';
import type { Words } from '../words';

export const status: Presenter<'status'> = (message, words) => {
  const { link } = message;
  return [
    heading(words.t('status.heading')),
    ...lines(message, words).map((line) => text(line)),
    ...when(isPossible(message), text(words.t('status.privacy', { away: words.t('style.away') }), 'muted')),
    ...(link === null ? [] : [{ kind: 'link' as const, label: words.t('status.link'), url: link }]),
    ...buttons(message, words),
  ];
};

export const statusLost: Presenter<'status-lost'> = (_message, words) => [
  text(words.t('status.lost')),
  choices(words.t('status.choices'), [start('status.again', words), stop(words)], { quiet: true }),
];

function isPossible({ access }: MessageOf<'status'>): boolean {
  return access === 'ready' || access === 'connect';
}

function lines(message: MessageOf<'status'>, words: Words): string[] {
  const { on, access, link, changed } = message;
  if (!on && changed) return [words.t('status.stopped')];
  if (access === 'off') return [words.t('status.unavailable')];
  if (access === 'no-address') return [words.t('status.no-address')];
  if (!on) return [words.t('status.offer')];
  if (link !== null) return [words.t('status.connect')];
  if (access === 'connect') return [words.t('status.waiting')];
  return [words.t('status.on'), stateLine(message, words)];
}

function stateLine({ state, shown }: MessageOf<'status'>, words: Words): string {
  if (shown) return words.t('status.now', shown);
  if (state === 'own' || state === 'refused' || state === 'failed') return words.t(`status.${state}`);
  return words.t('status.none');
}

function buttons(message: MessageOf<'status'>, words: Words): Part[] {
  const { on } = message;
  const needsLink = on && message.access === 'connect' && message.link === null;
  const list = [
    ...(needsLink ? [start('status.again', words)] : []),
    ...(on ? [stop(words)] : []),
    ...(!on && isPossible(message) ? [start('status.start', words)] : []),
  ];
  return when(list.length > 0, choices(words.t('status.choices'), list, { quiet: true }));
}

function start(label: 'status.start' | 'status.again', words: Words) {
  return button(words.t(label), { kind: 'status-set', on: true });
}

function stop(words: Words) {
  return button(words.t('status.stop'), { kind: 'status-set', on: false });
}
