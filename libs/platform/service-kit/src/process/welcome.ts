import type { Config } from '../config/config.js';

/** What identity's `ensureFirstAdministrator` answers. */
export interface FirstSignIn {
  readonly created: boolean;
  readonly email: string;
  readonly password?: string;
}

/** For the person at the terminal, once; everything else goes to the log. */
export function welcomeLines(config: Pick<Config, 'publicUrl' | 'port' | 'engines'>): readonly string[] {
  const address = config.publicUrl ?? `http://localhost:${config.port}`;
  return [
    `  Leadline runs on ${address}`,
    `  API docs: ${address}/api/docs`,
    ...(config.engines.kind === 'embedded' ? [`  Data: ${config.engines.folder}`] : []),
  ];
}

/** Empty where there were users already. */
export function firstSignInLines({ created, email, password }: FirstSignIn): readonly string[] {
  if (!created) return [];
  return [
    '  First administrator, shown this once:',
    `    e-mail:   ${email}`,
    `    password: ${password ?? '(the one in LEADLINE_ADMIN_PASSWORD)'}`,
  ];
}

/** Prints paragraphs with air around them; nothing where there is none. */
export function printToTerminal(...paragraphs: readonly (readonly string[])[]): void {
  const text = paragraphs.filter((lines) => lines.length > 0).map((lines) => `${lines.join('\n')}\n`);
  if (text.length > 0) process.stdout.write(`\n${text.join('\n')}\n`);
}
