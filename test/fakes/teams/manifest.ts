import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { type Json, textOf } from './json';

/* Microsoft's own schemas of app manifests, from its package, without the network. */

const SCHEMAS = join(
  dirname(require.resolve('@microsoft/app-manifest/package.json')),
  'build/json-schemas/teams',
);

/** The faults of a manifest by the schema of its version; empty for a good one. */
export function checkManifest(manifest: Json): string[] {
  return check(manifest, textOf(manifest.manifestVersion), 'MicrosoftTeams.schema.json');
}

/** The same for the strings of a language. `version` is that of the manifest. */
export function checkStrings(strings: Json, version: string): string[] {
  return check(strings, version, 'MicrosoftTeams.Localization.schema.json');
}

function check(value: Json, version: string, file: string): string[] {
  if (!/^1\.\d{1,2}$/.test(version)) return [`manifestVersion: ${version} is none`];
  const schema: object = JSON.parse(readFileSync(join(SCHEMAS, `v${version}`, file), 'utf8'));
  // Some of Microsoft's patterns are invalid under the `u` flag.
  const ajv = new Ajv({ allErrors: true, strictTypes: false, unicodeRegExp: false });
  addFormats(ajv, ['uri', 'email', 'regex']);
  const validate = ajv.compile(schema);
  validate(value);
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath || '/'} ${message ?? ''}`,
  );
}
