import { parseSync } from '@swc/core';

/** What the rules want to know of one file; paths are relative to the repository, with `/`. */
export interface Source {
  path: string;
  imports: Import[];
  /** What it takes from the world without importing it: `Date.now`, `process.env`, `setTimeout`. */
  uses: string[];
  /**
   * `instanceof Error`, types as `type Core` and `as Right`, calls as `may()` and `ledger.claim()`, comparisons as
   * `style === 'home'`, and texts in quotes.
   */
  expressions: string[];
  lines: number;
}

export interface Import {
  /** As written: `./calendar`, `node-cron`. */
  specifier: string;
}

interface Node {
  type: string;
  [key: string]: unknown;
}

const WORLD = new Set(['process', 'Date', 'Math', 'Temporal', 'performance', 'crypto', 'globalThis']);
const COMPARISONS = new Set(['===', '!==', '<', '<=', '>', '>=']);
const FUNCTIONS = new Set(['setTimeout', 'setInterval', 'setImmediate', 'fetch', 'Date']);

export function readSource(path: string, code: string): Source {
  const imports: Import[] = [];
  const uses = new Set<string>();
  const expressions = new Set<string>();
  const module = parseSync(code, { syntax: 'typescript', tsx: path.endsWith('.tsx'), target: 'es2023' });
  visit(module, (node) => {
    const imported = importOf(node);
    if (imported !== null) imports.push({ specifier: imported });
    const used = useOf(node);
    if (used !== null) uses.add(used);
    const expression = expressionOf(node);
    if (expression !== null) expressions.add(expression);
  });
  return {
    path,
    imports,
    uses: [...uses],
    expressions: [...expressions],
    lines: code.split('\n').length - 1,
  };
}

function visit(value: unknown, look: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, look);
  } else if (typeof value === 'object' && value !== null) {
    if (isNode(value)) look(value);
    for (const part of Object.values(value)) visit(part, look);
  }
}

/** The module that a declaration, a `require`, an `import()` or a type `import('…')` names. */
function importOf(node: Node): string | null {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return textOf(node.source);
    case 'TsImportType':
      return textOf(node.argument);
    case 'TsExternalModuleReference':
      return textOf(node.expression);
    case 'CallExpression':
      return isNode(node.callee) && (node.callee.type === 'Import' || nameOf(node.callee) === 'require')
        ? textOf(firstArgument(node))
        : null;
    default:
      return null;
  }
}

function useOf(node: Node): string | null {
  if (node.type === 'MemberExpression') {
    const object = nameOf(node.object);
    const property = nameOf(node.property);
    return object && property && WORLD.has(object) ? `${object}.${property}` : null;
  }
  const called = nameOf(node.callee);
  if (node.type === 'CallExpression') return called && FUNCTIONS.has(called) ? called : null;
  if (node.type === 'NewExpression' && called === 'Date') return firstArgument(node) ? null : 'new Date()';
  return null;
}

/** `a.ledger.claim(task)` and `ledger?.claim(task)` are both `ledger.claim()`; a call of a name alone is `may()`. */
function expressionOf(node: Node): string | null {
  if (node.type === 'BinaryExpression' && node.operator === 'instanceof') {
    const name = nameOf(node.right);
    return name && `instanceof ${name}`;
  }
  if (node.type === 'BinaryExpression') return comparisonOf(node);
  if (node.type === 'TsTypeReference') return named('type', node);
  if (node.type === 'TsAsExpression' && isNode(node.typeAnnotation)) return named('as', node.typeAnnotation);
  if (node.type === 'StringLiteral') return `'${node.value}'`;
  if (node.type !== 'CallExpression' && node.type !== 'OptionalChainingExpression') return null;
  const called = nameOf(node.callee);
  if (called) return `${called}()`;
  const callee = memberOf(node.type === 'CallExpression' ? node.callee : node.base);
  const method = callee && nameOf(callee.property);
  const part = callee && (nameOf(callee.object) ?? nameOf(memberOf(callee.object)?.property));
  return method && part ? `${part}.${method}()` : null;
}

function named(what: string, { typeName }: Node): string | null {
  const name = nameOf(typeName);
  return name && `${what} ${name}`;
}

/** `left >= right` by the names compared, of a property its own: `at >= closesAt`. */
function comparisonOf({ operator, left, right }: Node): string | null {
  const [first, second] = [left, right].map((side) => {
    const text = textOf(side);
    return text === null ? (nameOf(side) ?? nameOf(memberOf(side)?.property)) : `'${text}'`;
  });
  return COMPARISONS.has(String(operator)) && first && second ? `${first} ${operator} ${second}` : null;
}

function memberOf(value: unknown): Node | null {
  if (!isNode(value)) return null;
  if (value.type === 'MemberExpression') return value;
  if (value.type === 'OptionalChainingExpression') return memberOf(value.base);
  return value.type === 'CallExpression' ? memberOf(value.callee) : null;
}

function firstArgument({ arguments: given }: Node): unknown {
  const [first] = Array.isArray(given) ? given : [];
  return first?.expression;
}

function nameOf(value: unknown): string | null {
  return isNode(value) && value.type === 'Identifier' ? String(value.value) : null;
}

function textOf(value: unknown): string | null {
  return isNode(value) && value.type === 'StringLiteral' ? String(value.value) : null;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
