const USAGE = `npm start [-- --demo]

  --demo   a firm with months of history, in ./data-demo: to look round

Everything else is set by the environment: docs/configuration.md.`;

/**
 * What to tell the person at the terminal in place of starting; null where everything is understood. A start on real data
 * by a slip of the finger helps nobody.
 */
export function refusalOf(args: readonly string[]): { readonly text: string; readonly exitCode: 0 | 1 } | null {
  if (args.includes('--help') || args.includes('-h')) return { text: USAGE, exitCode: 0 };
  const unknown = args.find((arg) => arg !== '--demo');
  return unknown === undefined ? null : { text: `Leadline does not know "${unknown}".\n\n${USAGE}`, exitCode: 1 };
}
