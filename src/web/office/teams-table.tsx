import type { VNode } from 'preact';
import type { TeamToday } from '../../app/office';
import type { Tally } from '../../domain/answers/tally';
import { SCROLLS } from './card';
import type { OfficeText, OfficeWords } from './words';

const FIGURES: readonly { label: OfficeText; countOf(tally: Tally): number }[] = [
  { label: 'tally.answered', countOf: ({ answered }) => answered },
  { label: 'tally.telework', countOf: ({ telework }) => telework },
  { label: 'tally.peak-avoided', countOf: ({ peakAvoided }) => peakAvoided },
  { label: 'tally.no-office-visit', countOf: ({ noOfficeVisit }) => noOfficeVisit },
];

const STATES = ['stopped', 'open', 'late', 'planned', 'over', 'none'] as const;
type State = (typeof STATES)[number];

/** All teams at a glance: those that need a hand first. On a phone each row is a block of its own. */
export function TeamsTable({ teams, words }: { teams: readonly TeamToday[]; words: OfficeWords }): VNode {
  const { t } = words;
  if (teams.length === 0) return <p class="sheet">{t('office.teams-none')}</p>;
  const sorted = [...teams].sort((a, b) => STATES.indexOf(stateOf(a)) - STATES.indexOf(stateOf(b)));
  return (
    <section class="sheet scrolls" {...SCROLLS} aria-label={t('office.teams')}>
      <table class="stacked">
        <caption>{t('office.teams')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('office.team')}</th>
            <th scope="col">{t('office.state')}</th>
            {FIGURES.map(({ label }) => (
              <th scope="col" key={label}>
                {t(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((team) => (
            <TeamRow team={team} words={words} key={team.team} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function TeamRow({ team, words }: { team: TeamToday; words: OfficeWords }): VNode {
  const { tally } = team;
  return (
    <tr>
      <th scope="row">
        <a href={`/office/week?${new URLSearchParams({ team: team.team })}`}>{team.name}</a>
      </th>
      <td data-label={words.t('office.state')}>
        <StateOf team={team} words={words} />
      </td>
      {FIGURES.map(({ label, countOf }) => (
        <td data-label={words.t(label)} key={label}>
          {tally && words.cell(countOf(tally), tally.members)}
        </td>
      ))}
    </tr>
  );
}

function stateOf({ trouble, phase }: TeamToday): State {
  return trouble === null ? phase : 'stopped';
}

function StateOf({ team, words }: { team: TeamToday; words: OfficeWords }): VNode {
  const { trouble, window, zone, day, tally } = team;
  const state = stateOf(team);
  if (trouble !== null) {
    return (
      <>
        <span class="state stopped">{words.t('office.state-stopped')}</span>
        <span class="muted">{words.t(`trouble.${trouble}`)}</span>
      </>
    );
  }
  const silent = tally === null ? 0 : tally.members - tally.answered;
  const hours = {
    window: words.window(window),
    zone: words.zone(zone, day, window.from),
    until: window.until,
  };
  return (
    <>
      <span class={`state ${state}`}>{words.t(`office.state-${state}`, hours)}</span>
      {(state === 'open' || state === 'late') && silent > 0 && (
        <span class="muted">{words.t('office.silent', { count: silent })}</span>
      )}
    </>
  );
}
