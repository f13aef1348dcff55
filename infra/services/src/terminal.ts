const FIRST_SIGN_IN = /^ {4}(?:e-mail|password): +\S/;
const HEADING = /^ {2}First administrator, shown this once:$/;

export interface Terminal {
  /** A line that a process printed. */
  show(name: string, line: string): void;
  /** What the first administrator signs in with, as identity printed it; empty where there were users already. */
  firstSignIn(): readonly string[];
}

/**
 * Puts a process's name before what it prints. The first sign-in, which is printed once, does not get lost between the
 * lines of others: it is kept back until asked for.
 */
export function terminal(write: (text: string) => void, width: number): Terminal {
  const kept: string[] = [];
  let handedOut = false;
  return {
    show(name, line) {
      if (name.startsWith('identity-api') && (HEADING.test(line) || FIRST_SIGN_IN.test(line))) {
        if (!handedOut) return void kept.push(line);
      } else if (line.trim() === '') return;
      write(`${name.padEnd(width)} | ${line}\n`);
    },
    firstSignIn() {
      handedOut = true;
      return kept;
    },
  };
}
