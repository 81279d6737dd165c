import type { RequestHandler } from 'express';
import { STYLE } from './style';

/** Nothing runs in the pages, and nothing of another host is loaded. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');
const YEAR_S = 31_536_000;

/** The style, kept by browsers for ever: its address changes with it. */
export const sendStyle: RequestHandler = (_request, response) => {
  response.set('cache-control', `public, max-age=${YEAR_S}, immutable`).type('css').send(STYLE);
};

/** Pages tell what is one person's alone: no cache keeps them, and no other host learns their addresses. */
export const ownHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'content-security-policy': POLICY,
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
  });
  next();
};
