import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import express, { type Router } from 'express';

/** Libraries for the browser: one changes a page in place, the other draws Adaptive Cards. */
const LIBRARIES = {
  'idiomorph.js': 'idiomorph/dist/idiomorph.esm.js',
  'adaptivecards.js': 'adaptivecards/dist/adaptivecards.min.js',
};

/** Styles, scripts and pictures of the page, served as they are in the repository, from a build as well. */
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

/** The nearest folder above with a package.json: the same one from the sources and from a build. */
function repositoryRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('the sandbox cannot find its files: no package.json above its code');
  return repositoryRoot(parent);
}
