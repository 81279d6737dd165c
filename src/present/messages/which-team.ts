import { button, choices, fitting, heading, text, when } from '../parts';
import type { Presenter } from '../presenter';

export const whichTeam: Presenter<'which-team'> = ({ teams, more }, words) => [
  heading(words.t('which-team.heading')),
  text(words.t('which-team.body')),
  choices(
    words.t('panel.manage'),
    teams.map(({ team, name }) => button(fitting(name), { kind: 'settings-form', team })),
  ),
  ...when(more > 0, text(words.t('which-team.more', { count: more }), 'muted')),
];
