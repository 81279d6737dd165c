/** The real package, loaded once a process: see environment.js. */
module.exports = globalThis.loadOnce('rrule-temporal');
