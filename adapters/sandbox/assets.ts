import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import express, { type Router } from 'express';

/** What the browser loads beside our own files: what changes a page in place, and what draws Adaptive Cards. */
const LIBRARIES = {
  'idiomorph.js': 'idiomorph/dist/idiomorph.esm.js',
  'adaptivecards.js': 'adaptivecards/dist/adaptivecards.min.js',
};

/** Style, script and pictures of the page: they are served as they stand in the repository, also from a build. */
export function assetRoutes(): Router {
  const router = express.Router();
  const folder = join(repositoryRoot(__dirname), 'adapters', 'sandbox', 'page', 'browser');
  for (const [name, file] of Object.entries(LIBRARIES)) {
    router.get(`/${name}`, (_request, response) => {
      response.sendFile(require.resolve(file), { headers: { 'content-type': 'text/javascript' } });
    });
  }
  router.use(express.static(folder, { index: false, cacheControl: false, setHeaders: revalidate }));
  return router;
}

function revalidate(response: { setHeader(name: string, value: string): unknown }): void {
  response.setHeader('cache-control', 'no-cache');
}

/** The nearest folder above which holds the package: the same from the sources and from a build. */
function repositoryRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('the sandbox cannot find its files: no package.json above its code');
  return repositoryRoot(parent);
}
