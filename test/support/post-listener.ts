import type { RequestListener } from 'node:http';
import type { Log } from '../../src/ports/log';
import type { PostReceiver } from '../../src/ports/post';
import { Posts } from '../../src/web/posts';
import { never } from './core';

/** Serves a platform's receivers as the web server does, on a server of the test's own. */
export function postListener(receivers: Record<string, PostReceiver>, log: Log): RequestListener {
  const posts = new Posts({ log, meters: null, after: never });
  for (const [path, receiver] of Object.entries(receivers)) posts.add(path, { receiver, guard: null });
  return (request, response) => {
    if (!posts.handle(request, response)) response.writeHead(404).end();
  };
}
