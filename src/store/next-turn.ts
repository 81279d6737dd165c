/** Resolves in a later turn of the event loop: what waits for this process comes first. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
