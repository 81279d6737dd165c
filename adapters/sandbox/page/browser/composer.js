import { post } from './api.js';
import { byId, here, inputById, on } from './dom.js';
import { refresh, toEnd } from './live.js';

/* The line where commands are typed: a combobox whose list narrows as one types. */

let active = -1;

export function wireComposer() {
  on('input', '#command', () => suggest());
  on('focusin', '#command', () => suggest());
  on('focusout', '#command', () => close());
  on('keydown', '#command', (_input, event) => key(event));
  on('mousedown', '#suggestions [role=option]', (option, event) => {
    event.preventDefault();
    choose(option);
  });
  on('submit', '#composer', (_form, event) => {
    event.preventDefault();
    void send();
  });
}

async function send() {
  const input = inputById('command');
  const text = input.value;
  if (text.trim() === '' || input.getAttribute('aria-busy') === 'true') return;
  input.setAttribute('aria-busy', 'true');
  close();
  const acted = await post('/sandbox/api/command', { ...here(), text });
  input.removeAttribute('aria-busy');
  if (!acted) return;
  input.value = '';
  await refresh({ show: acted.message });
  toEnd();
}

/** @returns {HTMLElement[]} */
function options() {
  return [...byId('suggestions').querySelectorAll('[role=option]')].filter(
    /** @returns {option is HTMLElement} */ (option) => option instanceof HTMLElement,
  );
}

function shown() {
  return options().filter((option) => !option.hidden);
}

function suggest() {
  const typed = inputById('command')
    .value.trimStart()
    .replace(/^\/telework\s*/i, '')
    .toLowerCase();
  for (const option of options()) {
    const words = `${option.dataset.command} ${option.textContent}`.toLowerCase();
    option.hidden =
      typed !== '' &&
      !option.dataset.command?.startsWith(typed) &&
      !(typed.length > 1 && words.includes(typed));
  }
  mark(-1);
  open(shown().length > 0 && shown()[0]?.dataset.command !== typed);
}

/** @param {boolean} whether */
function open(whether) {
  byId('suggestions').hidden = !whether;
  inputById('command').setAttribute('aria-expanded', String(whether));
}

function close() {
  mark(-1);
  open(false);
}

/** @param {number} index */
function mark(index) {
  active = index;
  const input = inputById('command');
  for (const option of options()) option.setAttribute('aria-selected', 'false');
  const option = shown()[index];
  if (!option) return input.removeAttribute('aria-activedescendant');
  option.setAttribute('aria-selected', 'true');
  option.scrollIntoView({ block: 'nearest' });
  input.setAttribute('aria-activedescendant', option.id);
}

/** @param {HTMLElement} option */
function choose(option) {
  const input = inputById('command');
  input.value = option.dataset.command ?? '';
  input.focus();
  close();
}

/** @param {KeyboardEvent} event */
function key(event) {
  if (event.isComposing) return;
  if (event.key === 'Escape') close();
  else if (event.key === 'ArrowDown') move(event, 1);
  else if (event.key === 'ArrowUp') move(event, -1);
  else if (event.key === 'Enter' || event.key === 'Tab') take(event);
}

/**
 * Marks the next or the previous suggestion, and goes round at the ends.
 *
 * @param {KeyboardEvent} event
 * @param {1 | -1} step
 */
function move(event, step) {
  event.preventDefault();
  if (byId('suggestions').hidden) suggest();
  const count = shown().length;
  if (count === 0) return;
  mark(active < 0 && step < 0 ? count - 1 : (active + step + count) % count);
}

/** @param {KeyboardEvent} event */
function take(event) {
  if (byId('suggestions').hidden || active < 0) return;
  event.preventDefault();
  const option = shown()[active];
  if (option) choose(option);
}
