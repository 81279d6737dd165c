import { type Asked, type Page, sendMissing } from './asked';
import { sendCsv, sendExcel } from './files';
import { monthPage } from './month-page';
import { cardsPage, plainPage, todayPage } from './pages';
import { textOf } from './request';
import { trendPage } from './trend-page';
import { weekPage } from './week-page';

/* The pages that show something, and the files behind them. */

export const today: Page = async ({ office, visit, response, drawn }) => {
  const [teams, panel] = await Promise.all([office.teamsToday(visit), office.ask(visit, { kind: 'me' })]);
  response.type('html').send(todayPage(drawn, teams, panel.card));
};

export const week: Page = async (asked) => {
  const { office, request, response, visit, drawn } = asked;
  const { team, day, page } = request.query;
  const found = await office.weekOf(visit, {
    team: typeof team === 'string' && team !== '' ? team : null,
    day: typeof day === 'string' ? day : '',
    page: /^\d{1,6}$/.test(String(page)) ? Number(page) : 0,
  });
  if (found) response.type('html').send(weekPage(drawn, found));
  else sendMissing(asked, 404);
};

export const month: Page = async ({ office, request, response, visit, drawn }) => {
  const view = await office.monthOf(visit, textOf(request.query.month));
  response.type('html').send(monthPage(drawn, view));
};

export const trend: Page = async ({ office, request, response, visit, drawn }) => {
  const view = await office.trendOf(visit, Number(textOf(request.query.months)));
  response.type('html').send(await trendPage(drawn, view));
};

export const csv: Page = async (asked) => {
  const { name, days } = daysOf(asked);
  await sendCsv(asked.response, name, { days, words: asked.drawn.words });
};

export const excel: Page = async (asked) => {
  const { response, drawn } = asked;
  const { words } = drawn;
  const { name, days } = daysOf(asked);
  if (await sendExcel(response, name, { days, words })) return;
  const body = words.t('office.files-too-many');
  response
    .status(422)
    .type('html')
    .send(plainPage(words, words.t('office.refused'), body));
};

function daysOf({ office, request: { query }, visit }: Asked) {
  const span = { month: textOf(query.month), year: textOf(query.year) };
  const { name, days } = office.days(visit, span);
  return { name: `telework-${name}`, days };
}

export const cards: Page = async (asked) => {
  const { office, request, response, visit, drawn } = asked;
  const section = drawn.signed.sections.find(({ path }) => path === request.path);
  if (!section) return sendMissing(asked, 403);
  const replies = await Promise.all((section.asks ?? []).map((intent) => office.ask(visit, intent)));
  response.type('html').send(cardsPage(drawn, section, replies, office.retentionMonths));
};
