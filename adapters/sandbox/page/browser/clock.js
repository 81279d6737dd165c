import { byId } from './dom.js';

/* The clock counts on between what the server tells, at the speed it tells. */

const BEAT_MS = 250;

let base = { now: 0, speed: 0, real: true, at: 0 };

/**
 * Takes the time from an event, or from the page as it was drawn. True when the pace changed.
 * @param {{ now: string, speed: number, real: boolean }} [told]
 */
export function syncClock(told) {
  const { now = '0', speed = '0' } = byId('clock').dataset;
  const before = base;
  base = told
    ? { now: Date.parse(told.now), speed: told.speed, real: told.real, at: performance.now() }
    : { ...base, now: Number(now), speed: Number(speed), at: performance.now() };
  show();
  return told !== undefined && (told.speed !== before.speed || told.real !== before.real);
}

export function runClock() {
  syncClock();
  setInterval(show, BEAT_MS);
}

function show() {
  const { zone = 'UTC' } = byId('clock').dataset;
  const now = base.now + (performance.now() - base.at) * base.speed;
  write('clock-time', now, zone);
  const elsewhere = document.getElementById('clock-elsewhere')?.dataset.zone;
  if (elsewhere) write('clock-elsewhere', now, elsewhere);
}

/**
 * @param {string} id
 * @param {number} now
 * @param {string} zone
 */
function write(id, now, zone) {
  const element = byId(id);
  const text = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(now);
  if (element.textContent !== text) element.textContent = text;
}
