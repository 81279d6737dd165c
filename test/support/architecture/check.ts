import { posix } from 'node:path';
import { ADAPTER_FILES, type Confined, type Layer, MOST_LINES, NOT_NEEDED, type OnePlace } from './rules';
import type { Import, Source } from './source';

const ENDINGS = ['.ts', '.tsx', '/index.ts', '/index.tsx'];

/** Imports across layers or of packages which the file's layer does not allow, and files of no layer. */
export function importViolations(sources: readonly Source[], layers: readonly Layer[]): string[] {
  return sources.flatMap((source) => {
    const layer = layerOf(source.path, layers);
    if (!layer) return [`${source.path} belongs to no layer: give it one in the rules, or move it`];
    return source.imports
      .filter((imported) => !isAllowed(imported, source, layer, layers))
      .map(
        ({ specifier }) => `${source.path} imports ${specifier}: ${layer.name} may not (${layer.because})`,
      );
  });
}

function isAllowed({ specifier }: Import, { path }: Source, layer: Layer, layers: readonly Layer[]): boolean {
  if (!specifier.startsWith('.')) return layer.packages.some((name) => matchesPackage(specifier, name));
  const target = layerOf(targetOf(path, specifier), layers);
  if (!target) return false;
  return target === layer || layer.layers.some((name) => `${target.name}/`.startsWith(`${name}/`));
}

/** `preact` allows `preact/hooks`; a name which ends in a separator allows what begins with it. */
function matchesPackage(specifier: string, name: string): boolean {
  return specifier === name || specifier.startsWith(/\w$/.test(name) ? `${name}/` : name);
}

function layerOf(path: string, layers: readonly Layer[]): Layer | undefined {
  return layers.find((layer) =>
    ['', '/', '.'].some((end) => (end ? path.startsWith(layer.path + end) : path === layer.path)),
  );
}

export function worldViolations(sources: readonly Source[], confined: readonly Confined[]): string[] {
  return sources.flatMap(({ path, uses }) =>
    confined.flatMap(({ use, only, because }) =>
      only.includes(path)
        ? []
        : uses
            .filter((used) => use.test(used))
            .map(
              (used) => `${path} uses ${used}, allowed in ${only.join(', ') || 'no file'} only: ${because}`,
            ),
    ),
  );
}

/** Expressions that stand outside the one place for their decision. */
export function placeViolations(sources: readonly Source[], places: readonly OnePlace[]): string[] {
  return sources.flatMap(({ path, expressions }) =>
    places
      .filter(({ within, only }) => path.startsWith(within) && !only.some((place) => isIn(path, place)))
      .flatMap(({ expression, only, because }) =>
        expressions
          .filter((one) => expression.test(one))
          .map((one) => `${path} has ${one}, allowed in ${only.join(', ')} only: ${because}`),
      ),
  );
}

/** A place that ends in a slash is a folder. */
function isIn(path: string, place: string): boolean {
  return place.endsWith('/') ? path.startsWith(place) : path === place;
}

export function lengthViolations(sources: readonly Source[]): string[] {
  return sources
    .filter(({ lines }) => lines > MOST_LINES)
    .map(
      ({ path, lines }) =>
        `${path} has ${lines} lines, more than ${MOST_LINES}: it wants to be several files`,
    );
}

/** Each cycle once, as `a -> b -> a`: files which need each other, even for a type, are one file or three. */
export function cycles(sources: readonly Source[]): string[] {
  const paths = new Set(sources.map(({ path }) => path));
  const edges = new Map(sources.map((source) => [source.path, neighbours(source, paths)]));
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]) => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push([...trail.slice(start), path].join(' -> '));
    if (start >= 0 || done.has(path)) return;
    for (const next of edges.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const { path } of sources) walk(path, []);
  return found;
}

function neighbours({ path, imports }: Source, paths: ReadonlySet<string>): string[] {
  return imports
    .filter(({ specifier }) => specifier.startsWith('.'))
    .flatMap(({ specifier }) => {
      const target = targetOf(path, specifier);
      return ENDINGS.map((ending) => target + ending).find((file) => paths.has(file)) ?? [];
    });
}

function targetOf(path: string, specifier: string): string {
  return posix.join(posix.dirname(path), specifier);
}

/** Adapters which lack one of the common files. */
export function adapterViolations(sources: readonly Source[]): string[] {
  const files = sources.flatMap(
    ({ path }) => /^adapters\/([^/]+)\/(.+?)(?:\/index)?\.tsx?$/.exec(path)?.slice(1, 3).join('/') ?? [],
  );
  const present = new Set([...files, ...NOT_NEEDED]);
  const adapters = new Set(files.map((file) => file.split('/')[0]));
  return [...adapters].flatMap((adapter) =>
    ADAPTER_FILES.filter((name) => !present.has(`${adapter}/${name}`)).map(
      (name) => `adapters/${adapter} has no ${name}.ts: every adapter has the same files`,
    ),
  );
}
