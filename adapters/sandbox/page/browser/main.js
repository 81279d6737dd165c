import { post } from './api.js';
import { runClock } from './clock.js';
import { wireComposer } from './composer.js';
import { openForm, wireDialogs } from './dialogs.js';
import { dialogById, here, on, speak, toast } from './dom.js';
import { follow, pin, refresh, toEnd } from './live.js';
import { drawTeams } from './teams.js';

/* The page's script: what a click does, and following what happens. */

const HINTS_DONE = 'telework-sandbox-hints-done';
const LOOK = 'telework-sandbox-look';
const root = document.documentElement;

on('click', '#log [data-action]', (button) => void press(button));
document.addEventListener('press', ({ target }) => {
  if (target instanceof HTMLElement) void press(target);
});
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
  remember(HINTS_DONE, 'yes');
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

/**
 * @param {string} key
 * @param {string} value
 */
function remember(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage may be forbidden; then the page begins as for a first visit.
  }
}

/** @param {string} key */
function remembered(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

on('click', '[data-look]', ({ dataset }) => remember(LOOK, dataset.look ?? ''));
if (remembered(HINTS_DONE) === 'yes') root.dataset.hints = 'done';
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
void begin();

/** Shows the drawing that was chosen last, where the address names none. */
async function begin() {
  const chosen = remembered(LOOK);
  const address = new URL(location.href);
  if (chosen && !address.searchParams.has('look')) {
    address.searchParams.set('look', chosen);
    history.replaceState(null, '', address);
    await refresh({ toEnd: true });
  }
  await drawTeams();
  toEnd();
  follow();
}
