import type { VNode } from 'preact';
import type { AllTeams, TeamRow } from '../../app/office';
import type { Card, Field, Option } from '../../domain/card';
import { LANGUAGE_NAMES } from '../../domain/people/person';
import { CardView, SCROLLS } from './card';
import { FieldView } from './field';
import { pageOf } from './layout';
import type { Drawn } from './pages';
import type { OfficeWords } from './words';

export const ALL_TEAMS_PATH = '/office/teams';

/** What was sent, where it is to be shown again. */
export interface TeamsSent {
  teams: ReadonlySet<string>;
  values: Readonly<Record<string, string>>;
  faults: Readonly<Record<string, string>>;
  /** Above the form; null: nothing is wrong. */
  notice: string | null;
}

export const NOTHING_SENT: TeamsSent = { teams: new Set(), values: {}, faults: {}, notice: null };

/** All teams with a form that changes some of them at once, and what new teams begin with. */
export function allTeamsPage(
  { words, signed }: Drawn,
  { teams, fields }: AllTeams,
  { sent, template }: { sent: TeamsSent; template: Card },
): string {
  const { t } = words;
  return pageOf({
    words,
    signed,
    title: t('office.all-teams'),
    section: ALL_TEAMS_PATH,
    children: (
      <>
        {teams.length === 0 && <p class="sheet">{t('office.all-teams-none')}</p>}
        {teams.length > 0 && (
          <form class="sheet" method="post" action={ALL_TEAMS_PATH}>
            <input type="hidden" name="key" value={signed.formKey} />
            {sent.notice !== null && (
              <p class="notice" role="alert">
                {sent.notice}
              </p>
            )}
            <Teams teams={teams} chosen={sent.teams} words={words} />
            <details open={Object.keys(sent.values).length > 0 || sent.notice !== null}>
              <summary>{t('office.all-teams-change')}</summary>
              <p class="muted">{t('office.all-teams-hint')}</p>
              <section class="fields">
                {fields.map((field) => (
                  <FieldView
                    field={withValue(asChange(field, words), sent.values[field.name])}
                    fault={sent.faults[field.name] ?? null}
                    among="teams-"
                    key={field.name}
                  />
                ))}
              </section>
              <button type="submit" class="primary">
                {t('office.all-teams-preview')}
              </button>
            </details>
          </form>
        )}
        <p>
          <a href="/office/departments.csv">{t('office.departments-file')}</a>
        </p>
        <CardView card={template} setting={{ formKey: signed.formKey, back: ALL_TEAMS_PATH }} />
      </>
    ),
  });
}

/** What would become of the teams, with the way to do it. */
export function previewPage({ words, signed }: Drawn, card: Card, sent: TeamsSent): string {
  const { t } = words;
  return pageOf({
    words,
    signed,
    title: t('office.all-teams'),
    section: ALL_TEAMS_PATH,
    children: (
      <>
        <CardView card={card} setting={{ formKey: signed.formKey, back: ALL_TEAMS_PATH }} />
        <form method="post" action={ALL_TEAMS_PATH}>
          <input type="hidden" name="key" value={signed.formKey} />
          <input type="hidden" name="sure" value="yes" />
          {[...sent.teams].map((team) => (
            <input type="hidden" name="team" value={team} key={team} />
          ))}
          {Object.entries(sent.values).map(([name, value]) => (
            <input type="hidden" name={`f.${name}`} value={value} key={name} />
          ))}
          <p class="row">
            <button type="submit" class="primary">
              {t('office.all-teams-do')}
            </button>
            <a href={ALL_TEAMS_PATH}>{t('office.back')}</a>
          </p>
        </form>
      </>
    ),
  });
}

function Teams({
  teams,
  chosen,
  words,
}: {
  teams: readonly TeamRow[];
  chosen: ReadonlySet<string>;
  words: OfficeWords;
}): VNode {
  const { t } = words;
  const columns = [
    t('office.department'),
    t('setting.window'),
    t('setting.tz'),
    t('setting.lang'),
    t('setting.polls'),
    t('setting.names'),
  ];
  return (
    <section class="scrolls" {...SCROLLS} aria-label={t('office.all-teams')}>
      <table class="stacked">
        <caption class="unseen">{t('office.all-teams')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('office.team')}</th>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {teams.map(({ team, name, department, settings, trouble }) => {
            const { window, zone, language, polls, names } = settings;
            const cells = [
              department ?? '',
              words.window(window),
              zone,
              LANGUAGE_NAMES[language],
              t(`setting.polls.${polls}`),
              t(names ? 'setting.yes' : 'setting.no'),
            ];
            return (
              <tr key={team}>
                <th scope="row">
                  <label>
                    <input type="checkbox" name="team" value={team} checked={chosen.has(team)} /> {name}
                  </label>
                  {trouble !== null && <span class="muted">{t(`trouble.${trouble}`)}</span>}
                </th>
                {cells.map((cell, index) => (
                  <td data-label={columns[index]} key={columns[index]}>
                    {cell}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** An input that leaves the setting as it is until something is chosen or typed. */
function asChange(field: Field, { t }: OfficeWords): Field {
  const asIs: Option = { value: '', label: t('office.as-it-is') };
  const { name, label } = field;
  switch (field.kind) {
    case 'toggle':
      return {
        ...{ kind: 'select', name, label, value: '' },
        options: [asIs, { value: 'on', label: t('setting.yes') }, { value: 'off', label: t('setting.no') }],
      };
    case 'select':
      return { ...field, value: '', options: [asIs, ...field.options] };
    default:
      return { ...field, value: '', required: false };
  }
}

function withValue(field: Field, value: string | undefined): Field {
  return value === undefined || field.kind === 'toggle' ? field : { ...field, value };
}
