import { type Asked, type Page, sendMissing } from './asked';
import { feedsPage } from './feeds-page';
import { textOf } from './request';

/* The calendars that a person subscribes to. */

export const feeds: Page = (asked) => sendFeeds(asked, null);

export const changeFeeds: Page = async (asked) => {
  const { office, visit, request } = asked;
  const team = textOf(request.body.team) || null;
  if (textOf(request.body.do) === 'end') {
    await office.endFeed(visit, team);
    return sendFeeds(asked, null);
  }
  const secret = await office.offerFeed(visit, team);
  if (secret === null) return sendMissing(asked, 404);
  // Behind a proxy the request itself comes without TLS, and under another name.
  const here = office.at || `${request.protocol}://${request.get('host')}`;
  return sendFeeds(asked, `${here}/feeds/${secret}.ics`);
};

async function sendFeeds(asked: Asked, address: string | null): Promise<void> {
  const { office, visit, response, drawn } = asked;
  response.type('html').send(feedsPage(drawn, await office.feedsOf(visit), address));
}
