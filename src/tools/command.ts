const EXIT_FAULT = 1;
const EXIT_REFUSED = 2;

/** The command cannot be run with these arguments or settings; the message names the cure. */
export class Refused extends Error {}

/**
 * Runs a command to its end. Exit codes: 2 after `Refused`, 1 after any other error, both with the message on stderr.
 * `failure` is printed where what was thrown has no message.
 */
export function runCommand(run: () => Promise<void>, failure: string): void {
  run().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : failure}\n`);
    process.exitCode = error instanceof Refused ? EXIT_REFUSED : EXIT_FAULT;
  });
}
