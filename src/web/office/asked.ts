import type { Request, Response } from 'express';
import type { Office, Visit } from '../../app/office';
import type { Reply } from '../../ports/inbox';
import { answerPage, type Drawn, plainPage } from './pages';
import { backOf } from './request';

/** A request of somebody who is signed in. */
export interface Asked {
  request: Request;
  response: Response;
  office: Office;
  visit: Visit;
  /** Of the session. */
  token: string;
  drawn: Drawn;
}

/** Serves one page, or does one deed. */
export type Page = (asked: Asked) => Promise<void>;

/** Sends what the bot answered to a button or a form. */
export function sendAnswer({ request, response, drawn }: Asked, { card, refused, faults = [] }: Reply): void {
  const about = {
    card,
    back: backOf(request.body.back),
    faults: Object.fromEntries(faults.map(({ field, text }) => [field, text])),
  };
  response
    .status(refused ? 422 : 200)
    .type('html')
    .send(answerPage(drawn, about));
}

/** Says that there is no such page; 403: not for this visitor. */
export function sendMissing({ response, drawn: { words } }: Asked, status: 403 | 404): void {
  response
    .status(status)
    .type('html')
    .send(plainPage(words, words.t('office.not-found'), words.t('office.not-found-body')));
}
