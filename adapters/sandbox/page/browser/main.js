import { post } from './api.js';
import { runClock } from './clock.js';
import { wireComposer } from './composer.js';
import { openForm, wireDialogs } from './dialogs.js';
import { dialogById, here, on, speak, toast } from './dom.js';
import { follow, pin, refresh, toEnd } from './live.js';

/* The page's script: what a click does, and following what happens. */

const HINTS_DONE = 'telework-sandbox-hints-done';
const root = document.documentElement;

on('click', '#log [data-action]', (button) => void press(button));
on('click', '[data-post]', (button) => void postFrom(button));
on('click', '#latest', () => {
  delete root.dataset.behind;
  toEnd();
});
on('click', '#clock-more', (button) => {
  const open = button.getAttribute('aria-expanded') !== 'true';
  button.setAttribute('aria-expanded', String(open));
  root.dataset.clock = open ? 'open' : '';
});
on('click', '[data-reveal]', ({ dataset }) => pin(dataset.reveal ?? ''));
on('click', '#hints-done', () => {
  root.dataset.hints = 'done';
  remember();
});

/** @param {HTMLElement} button */
async function press(button) {
  if (button.getAttribute('aria-busy') === 'true') return;
  button.setAttribute('aria-busy', 'true');
  const { message, action } = button.dataset;
  const acted = await post('/sandbox/api/press', { person: here().person, message, action });
  button.removeAttribute('aria-busy');
  if (!acted) return;
  await refresh({ show: acted.message });
  speak(acted.note);
  if (!acted.refused && !dialogById('form-dialog').open) openForm(`${acted.message}.form`);
}

/**
 * A button of the clock.
 * @param {HTMLElement} button
 */
async function postFrom(button) {
  if (button.getAttribute('aria-busy') === 'true') return;
  button.setAttribute('aria-busy', 'true');
  const told = await post(button.dataset.post ?? '', JSON.parse(button.dataset.body ?? '{}'));
  button.removeAttribute('aria-busy');
  if (told?.note) toast(told.note);
  await refresh();
}

function remember() {
  try {
    localStorage.setItem(HINTS_DONE, 'yes');
  } catch {
    // Storage may be forbidden; then the hints come again next time.
  }
}

function hintsDone() {
  try {
    return localStorage.getItem(HINTS_DONE) === 'yes';
  } catch {
    return false;
  }
}

if (hintsDone()) root.dataset.hints = 'done';
window.addEventListener('popstate', () => void refresh({ toEnd: true }));
document.addEventListener(
  'scroll',
  (event) => {
    const log = event.target;
    if (
      log instanceof HTMLElement &&
      log.id === 'log' &&
      log.scrollHeight - log.scrollTop - log.clientHeight < 40
    )
      delete root.dataset.behind;
  },
  true,
);
wireComposer();
wireDialogs();
runClock();
toEnd();
follow();
