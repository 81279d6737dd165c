import { facts, heading, text, when } from '../parts';
import type { Presenter } from '../presenter';

export const bindOffer: Presenter<'bind-offer'> = ({ teamName, code }, words) => [
  heading(words.t('bind.heading', { team: teamName })),
  text(words.t('bind.type')),
  facts([{ label: words.t('bind.command'), value: `bind ${code}` }]),
  text(words.t('bind.effect'), 'muted'),
];

export const bound: Presenter<'bound'> = ({ teamName, dropped, namesOff }, words) => [
  heading(words.t('bound.heading', { team: teamName })),
  text(words.t('bound.body')),
  ...when(namesOff, text(words.t('bound.names-off', { command: 'setup names=on' }))),
  ...when(dropped, text(words.t('bound.dropped'))),
];

export const unbound: Presenter<'unbound'> = ({ teamName }, words) => [
  heading(words.t('unbound.heading', { team: teamName })),
  text(words.t('unbound.body')),
];
