import { cleanName } from '../../domain/text';
import type { AuditRow } from '../../ports/views';
import { button, choices, facts, fitting, heading, text, when } from '../parts';
import type { Presenter } from '../presenter';
import type { Words } from '../words';
import { changeText } from './audit-values';

/** Characters of the changes of one entry. */
const CHANGES_LENGTH = 300;

/** Shown to administrators of the organisation, because it names people. */
export const audit: Presenter<'audit'> = ({ rows, older, zone }, words) => [
  heading(words.t('audit.heading')),
  ...when(rows.length === 0, text(words.t('audit.none'))),
  ...when(
    rows.length > 0,
    facts(rows.map((row) => ({ label: labelOf(row, words), value: changeOf(row, words) }))),
  ),
  ...(older === null
    ? []
    : [choices(words.t('audit.more'), [button(words.t('audit.older'), { kind: 'audit', before: older })])]),
  text(words.zone(zone, rows[0]?.at.day ?? words.today, '00:00'), 'muted'),
];

function labelOf({ at, who }: AuditRow, words: Words): string {
  return `${words.day(at.day)} ${at.time} · ${fitting(cleanName(who))}`;
}

function changeOf({ intent, team, changes, done }: AuditRow, words: Words): string {
  const changed = changes.flatMap((change) => changeText(change, words) ?? []);
  const what = [words.t(`audit.${intent}`), ...(team === null ? [] : [fitting(cleanName(team))]), ...changed];
  if (!done) what.push(words.t('audit.unsettled'));
  const whole = what.join(' · ');
  return whole.length > CHANGES_LENGTH ? `${whole.slice(0, CHANGES_LENGTH)}…` : whole;
}
