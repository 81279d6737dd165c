import type { NextFunction, Request, RequestHandler, Response } from 'express';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Keeps other web sites out of a server without passwords: a foreign Host header is a rebound DNS name, a foreign
 * Origin is a page elsewhere that posts to us.
 */
export function guard(allowedHosts: readonly string[]): RequestHandler {
  const hosts = new Set([...LOOPBACK, ...allowedHosts.map((host) => host.toLowerCase())]);
  return (request: Request, response: Response, next: NextFunction) => {
    const host = hostname(request.headers.host);
    if (host === null || !hosts.has(host)) {
      response
        .status(421)
        .json({ error: 'This host name is not served here; open http://127.0.0.1 instead.' });
      return;
    }
    if (!sameOrigin(request)) {
      response.status(403).json({ error: 'Requests from other sites are refused.' });
      return;
    }
    next();
  };
}

function sameOrigin({ method, headers }: Request): boolean {
  if (method === 'GET' || method === 'HEAD') return true;
  if (headers['sec-fetch-site'] === 'cross-site') return false;
  const { origin, host } = headers;
  return origin === undefined || origin.replace(/^https?:\/\//, '').toLowerCase() === host?.toLowerCase();
}

function hostname(host: string | undefined): string | null {
  const match = /^(\[[0-9a-f:]+\]|[^:/?#@]+)(?::\d+)?$/i.exec(host ?? '');
  return match?.[1]?.toLowerCase() ?? null;
}
