import type { AllTeams } from '../../app/office';
import { ALL_TEAMS_PATH, allTeamsPage, NOTHING_SENT, previewPage, type TeamsSent } from './all-teams-page';
import { type Asked, type Page, sendMissing } from './asked';
import { sendTable } from './files';
import { answerPage } from './pages';
import { peoplePage } from './people-page';
import { fieldsIn, textOf, textsOf } from './request';

/* The pages of those who administer the organisation. */

export const allTeams: Page = async (asked) => {
  const found = await asked.office.allTeams(asked.visit);
  if (found) await sendTeams(asked, found, NOTHING_SENT, 200);
  else sendMissing(asked, 403);
};

/** Says what would become of the teams; does it once the visitor is sure. */
export const changeTeams: Page = async (asked) => {
  const { office, visit, request, response, drawn } = asked;
  const found = await office.allTeams(visit);
  if (!found) return sendMissing(asked, 403);
  const { body } = request;
  const teams = textsOf(body.team);
  const values = Object.fromEntries(
    Object.entries(fieldsIn(body)).filter(([, value]) => value.trim() !== ''),
  );
  const sent = { teams: new Set(teams), values, faults: {}, notice: null };
  if (teams.length === 0 || Object.keys(values).length === 0) {
    const notice = drawn.words.t('office.all-teams-choose');
    return sendTeams(asked, found, { ...sent, notice }, 422);
  }
  const isSure = textOf(body.sure) === 'yes';
  const {
    card,
    refused,
    faults = [],
  } = await office.ask(visit, {
    kind: 'setup-teams',
    ...{ teams, values, preview: !isSure },
  });
  if (refused) {
    const at = Object.fromEntries(faults.map(({ field, text }) => [field, text]));
    const notice = card.summary;
    return sendTeams(asked, found, { ...sent, faults: at, notice }, 422);
  }
  const page = isSure
    ? answerPage(drawn, { card, back: ALL_TEAMS_PATH, faults: {} })
    : previewPage(drawn, card, sent);
  response.type('html').send(page);
};

async function sendTeams(asked: Asked, found: AllTeams, sent: TeamsSent, status: number): Promise<void> {
  const { office, visit, response, drawn } = asked;
  const { card: template } = await office.ask(visit, { kind: 'template' });
  response
    .status(status)
    .type('html')
    .send(allTeamsPage(drawn, found, { sent, template }));
}

/** The teams with their departments, as the import takes them. */
export const departmentsFile: Page = async (asked) => {
  const found = await asked.office.allTeams(asked.visit);
  if (!found) return sendMissing(asked, 403);
  const { t } = asked.drawn.words;
  const rows = found.teams.map(({ name, department }) => [name, department ?? '']);
  await sendTable(asked.response, 'departments', [t('office.team'), t('office.department')], rows);
};

export const people: Page = async (asked) => {
  const { office, visit, request, response, drawn } = asked;
  const { page } = request.query;
  const view = await office.peopleOf(visit, /^\d{1,6}$/.test(String(page)) ? Number(page) : 0);
  if (view) response.type('html').send(peoplePage(drawn, view));
  else sendMissing(asked, 403);
};

/** Everybody who has not answered for long, where the organisation lists them. */
export const peopleFile: Page = async (asked) => {
  const view = await asked.office.peopleOf(asked.visit, null);
  if (!view) return sendMissing(asked, 403);
  const { t } = asked.drawn.words;
  const columns = [
    t('office.name'),
    t('office.silent-days'),
    t('office.denominator'),
    t('office.silent-last'),
  ];
  const rows = view.silent.map(({ name, silent, asked: of, last }) => [name, silent, of, last ?? '']);
  await sendTable(asked.response, 'not-answered', columns, rows);
};
