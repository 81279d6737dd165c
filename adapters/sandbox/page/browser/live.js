import { syncClock } from './clock.js';
import { byId, here, speak } from './dom.js';
import { Idiomorph } from './idiomorph.js';
import { drawTeams } from './teams.js';

/** Pixels from the end of the conversation that still count as its end. */
const NEAR_END = 120;

let running = false;
let again = false;

/**
 * Draws the page again from the server and changes only what differs, so that focus, what is typed and where one
 * reads stay.
 * @param {{ toEnd?: boolean, show?: string }} [options] show: a message to bring into sight
 */
export async function refresh({ toEnd = false, show } = {}) {
  if (running) again = true;
  running = true;
  try {
    const address = location.href;
    const response = await fetch(address, { headers: { accept: 'text/html' } });
    const next = new DOMParser().parseFromString(await response.text(), 'text/html');
    const app = next.getElementById('app');
    if (response.ok && app && address === location.href) await change(app, next, toEnd);
    if (show) reveal(show);
  } catch {
    // Offline: the event stream says so, and asks again once it is back.
  } finally {
    running = false;
  }
  if (again) {
    again = false;
    await refresh();
  }
}

/**
 * Goes to another address of this page without loading it.
 * @param {string} href
 */
export async function go(href) {
  history.pushState(null, '', href);
  await refresh({ toEnd: true });
  speak(byId('title').textContent ?? '');
}

export function toEnd() {
  const log = byId('log');
  log.scrollTop = log.scrollHeight;
}

/** @param {string} message */
function reveal(message) {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  document
    .getElementById(`m-${message}`)
    ?.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' });
}

/**
 * @param {HTMLElement} next
 * @param {Document} page
 * @param {boolean} jump
 */
async function change(next, page, jump) {
  const before = { ...here(), items: itemIds(), atEnd: isAtEnd(), poll: pollInPlay() };
  const focused = document.activeElement?.id ?? '';
  document.title = page.title;
  document.documentElement.lang = page.documentElement.lang;
  Idiomorph.morph(byId('app'), next, {
    callbacks: { beforeNodeMorphed, beforeAttributeUpdated },
  });
  syncClock();
  await drawTeams();
  if (focused !== '') document.getElementById(focused)?.focus({ preventScroll: true });
  const fresh = itemIds().filter((id) => !before.items.includes(id));
  const samePlace = before.person === here().person && before.place === here().place;
  const poll = pollInPlay();
  const isPinned = poll !== undefined && document.getElementById(`m-${poll}`) !== null;
  if (isPinned && (poll !== before.poll || fresh.length > 0)) pin(poll);
  else if (!isPinned && (jump || before.atEnd || before.poll !== undefined)) toEnd();
  if (!samePlace || fresh.length === 0) return;
  if (!before.atEnd && !jump) document.documentElement.dataset.behind = '';
  announce(fresh.at(-1) ?? '');
}

/** The message of the poll whose morning is played; it stays in view while the bars grow. */
function pollInPlay() {
  return document.getElementById('stage')?.dataset.poll;
}

/**
 * Scrolls the conversation alone, so that the message stands at its top.
 * @param {string} message
 */
export function pin(message) {
  const log = byId('log');
  const item = document.getElementById(`m-${message}`);
  if (item) log.scrollTop += item.getBoundingClientRect().top - log.getBoundingClientRect().top;
}

/** @param {string} id */
function announce(id) {
  const item = byId(id);
  const { say = '' } = item.dataset;
  const news = (byId('spoken').dataset.news ?? '%').replace('%', byId('title').textContent ?? '');
  speak(item.classList.contains('note') ? say : `${news} ${say}`);
}

function itemIds() {
  return [...document.querySelectorAll('#log > ol > li')].map(({ id }) => id);
}

function isAtEnd() {
  const { scrollHeight, scrollTop, clientHeight } = byId('log');
  return scrollHeight - scrollTop - clientHeight < NEAR_END;
}

/**
 * Leaves alone what the page itself has changed since: an open dialog, a line being typed.
 * @param {Node} old
 * @param {Node} next
 */
function beforeNodeMorphed(old, next) {
  if (!(old instanceof HTMLElement) || !(next instanceof HTMLElement)) return true;
  if (old instanceof HTMLDialogElement && old.open) return false;
  if (old instanceof HTMLTemplateElement) {
    if (old.innerHTML !== next.innerHTML) old.innerHTML = next.innerHTML;
    return false;
  }
  return old.dataset.keep === undefined || old.dataset.keep !== next.dataset.keep;
}

/** @param {string} name */
function beforeAttributeUpdated(name) {
  return name !== 'open' && name !== 'aria-expanded' && name !== 'aria-busy';
}

/** Follows what the bot and others do. */
export function follow() {
  const stream = new EventSource('/sandbox/api/events');
  let lost = false;
  /**
   * The scene of the play that the page shows.
   * @type {string | null}
   */
  let shown = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;
  const refreshSoon = () => {
    clearTimeout(soon);
    soon = setTimeout(() => void refresh(), 40);
  };
  stream.addEventListener('changed', refreshSoon);
  stream.addEventListener('clock', ({ data }) => {
    if (syncClock(JSON.parse(data))) refreshSoon();
  });
  stream.addEventListener('play', ({ data }) => {
    const { state, progress, scene } = JSON.parse(data);
    const bar = /** @type {HTMLProgressElement} */ (byId('progress'));
    bar.value = progress;
    if (bar.hidden === (state === 'playing') || scene !== shown) refreshSoon();
    shown = scene;
  });
  stream.addEventListener('open', () => {
    byId('offline').hidden = true;
    if (lost) refreshSoon();
    lost = false;
  });
  stream.addEventListener('error', () => {
    lost = true;
    byId('offline').hidden = false;
  });
}
