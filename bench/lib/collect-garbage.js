/** Loaded before a bot whose memory is measured (`--expose-gc -r`): what is left after a collection is what it holds. */
setInterval(() => globalThis.gc?.(), 5_000).unref();
