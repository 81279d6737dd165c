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

/** The changes of one node: a range of the text, and what replaces it. */
function changesOf(node, text) {
  const { type, start, end, operator } = node;
  const put = (range, ...replacements) => replacements.map((by) => ({ start: range[0], end: range[1], by }));
  if (type === 'BinaryExpression' || type === 'LogicalExpression') {
    const { left, right } = node;
    if ([left, right].some((side) => /^(StringLiteral|TemplateLiteral)$/.test(side.type))) return [];
    const from = left.end + text.slice(left.end, right.start).indexOf(operator);
    return put([from, from + operator.length], ...(OPERATORS[operator] ?? []));
  }
  if (type === 'UnaryExpression' && operator === '!') return put([start, start + 1], '');
  if (type === 'UnaryExpression' && operator === '-') return put([start, start + 1], '+');
  if (type === 'BooleanLiteral') return put([start, end], String(!node.value));
  // A time limit that is one longer is as good.
  if (type === 'NumericLiteral')
    return put([start, end], String(node.value > 10 ? node.value * 2 : node.value + 1));
  if (type === 'IfStatement' || type === 'ConditionalExpression')
    return put([node.test.start, node.test.end], 'true', 'false');
  if (type === 'MemberExpression' && METHODS[node.property.name])
    return put([node.property.start, node.property.end], METHODS[node.property.name]);
  return [];
}

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
    found.push(...changesOf(node, text));
    for (const child of Object.values(node)) if (typeof child === 'object') walk(child);
  };
  walk(parse(text, { sourceType: 'module', plugins: ['typescript'] }).program.body);
  return found;
}
