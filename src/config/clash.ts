import type { Variable } from './variables';

/** A variable that is missing, or that contradicts another. `wrong` follows the variable's name in a sentence. */
export interface Clash {
  variable: Variable;
  wrong: string;
}

/** The settings as given, by name, without empty ones. */
export type Given = Partial<Record<Variable, string>>;

export function missing(variable: Variable, needing: string): Clash {
  return { variable, wrong: `is missing: it is needed with ${needing}` };
}
