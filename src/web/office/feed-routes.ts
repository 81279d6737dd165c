import { type RequestHandler, Router } from 'express';
import type { FeedContent, Office } from '../../app/office';
import { isKnown, tagOf } from '../entity-tag';
import { calendarText, sendCalendar } from './calendar';
import { officeWords, type WordsFor } from './words';

/** An address that holds 244 random bits. */
const SECRET = /^([0-9a-z]{40,80})\.ics$/i;

/** Calendars at secret addresses, for programs that cannot sign in; mounted at `/`. */
export function feedRoutes({ office, wordsFor }: { office: Office; wordsFor: WordsFor }): Router {
  const routes = Router();
  const serve: RequestHandler = async (request, response) => {
    const secret = SECRET.exec(String(request.params.file))?.[1];
    const content = secret === undefined ? null : await office.feedAt(secret);
    response.set({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' });
    if (!content) {
      response
        .status(404)
        .type('text/plain')
        .send('This calendar has ended. Make a new address on the pages.\n');
      return;
    }
    const tag = tagOfContent(content);
    response.set({ 'cache-control': 'private, max-age=600', etag: tag });
    // Calendars ask each hour, and mostly nothing has changed: that is known before anything is drawn.
    if (isKnown(request, tag)) {
      response.status(304).end();
      return;
    }
    sendCalendar(response, await calendarText(content, officeWords(wordsFor(content.locale, content.today))));
  };
  routes.get('/feeds/:file', serve);
  return routes;
}

/** Today's date alone changes no event. */
function tagOfContent({ today: _, ...content }: FeedContent): string {
  return tagOf(JSON.stringify(content));
}
