import { button, choices, facts, heading, text } from '../parts';
import type { Presenter } from '../presenter';
import { officeBounds as boundsText } from '../setting-values';

/** What is wrong first, then what the team wants, then the ways on. */
export const officeBounds: Presenter<'office-bounds'> = (
  { team, teamName, day, beyond, bounds, visitors, silent },
  words,
) => [
  heading(words.t(`office-bounds.${beyond}`, { day: words.day(day), count: visitors })),
  text(teamName, 'strong'),
  facts([
    { label: words.t('setting.in-office'), value: boundsText(bounds, words) },
    ...(silent > 0
      ? [{ label: words.t('office-bounds.silent'), value: words.t('figure.people', { count: silent }) }]
      : []),
  ]),
  choices(
    words.t('panel.manage'),
    [
      button(words.t('digest.names'), { kind: 'who', team, day, group: null, from: 0 }),
      button(words.t('settings.edit-button'), { kind: 'settings-form', team }),
    ],
    { quiet: true },
  ),
  text(words.t('digest.why', { team: teamName }), 'muted'),
];
