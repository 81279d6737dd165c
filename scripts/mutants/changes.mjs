import { parse } from '@babel/parser';

const OPERATORS = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
};
const METHODS = { min: 'max', max: 'min', some: 'every', every: 'some', startsWith: 'endsWith' };

/** The range of a node, with what replaces it. */
const put = ({ start, end }, ...replacements) => replacements.map((by) => ({ start, end, by }));

/** Turns an operator; a comparison with a text is left alone, as the texts are what tests see. */
function turned({ left, right, operator }, text) {
  if ([left, right].some((side) => /^(StringLiteral|TemplateLiteral)$/.test(side.type))) return [];
  const start = left.end + text.slice(left.end, right.start).indexOf(operator);
  return put({ start, end: start + operator.length }, ...(OPERATORS[operator] ?? []));
}

function decided({ test }) {
  return put(test, 'true', 'false');
}

/** The changes of a node, by its type. */
const CHANGES = {
  BinaryExpression: turned,
  LogicalExpression: turned,
  UnaryExpression: ({ start, operator }) =>
    ({ '!': put({ start, end: start + 1 }, ''), '-': put({ start, end: start + 1 }, '+') })[operator] ?? [],
  BooleanLiteral: (node) => put(node, String(!node.value)),
  // A time limit that is one longer is as good.
  NumericLiteral: (node) => put(node, String(node.value > 10 ? node.value * 2 : node.value + 1)),
  IfStatement: decided,
  ConditionalExpression: decided,
  MemberExpression: ({ property }) => (METHODS[property.name] ? put(property, METHODS[property.name]) : []),
};

/** Types mean nothing at run time, and what is logged is for people. */
function isLeftAlone({ type, callee }, text) {
  if (/^TS(?!(As|Satisfies|NonNull)Expression)|^Import/.test(type)) return true;
  return type === 'CallExpression' && /(^|\.)log\.\w+$/.test(text.slice(callee.start, callee.end));
}

/** Every change of a TypeScript file, one expression at a time: a comparison turned, a constant changed, and the like. */
export function changesIn(text) {
  const found = [];
  const walk = (node) => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node?.type !== 'string' || isLeftAlone(node, text)) return;
    found.push(...(CHANGES[node.type]?.(node, text) ?? []));
    for (const child of Object.values(node)) if (typeof child === 'object') walk(child);
  };
  walk(parse(text, { sourceType: 'module', plugins: ['typescript'] }).program.body);
  return found;
}
