import { descriptions, Environment, GROUPS } from './environment.js';

const HEAD = `# Configuration

Leadline reads its configuration from the environment, and nothing else. Nothing need be set: it runs on the embedded
engines, on port 3000. An empty variable counts as not set. What is wrong is told at the start, all of it at once, and
without repeating any value.

A secret may also be given in a file, the way of Docker and Kubernetes: \`SMTP_URL_FILE=/run/secrets/smtp\` instead of
\`SMTP_URL\`. White space at its ends is not part of it.

This page is made from the schema in \`libs/platform/service-kit/src/config/environment.ts\` by \`npm run generate\`.
`;

/** The whole of `docs/configuration.md`: every variable with its description, its default, and whether it is a secret. */
export function configurationReference(): string {
  const variables = Object.entries(Environment.shape).map(([name, schema]) => {
    const described = descriptions.get(schema);
    if (!described) throw new Error(`${name} has no description: register one in environment.ts`);
    const { group, description, secret = false, fallback } = described;
    return { name, group, description, secret, standard: fallback ?? standardOf(schema.safeParse(undefined).data) };
  });
  const sections = GROUPS.map((group) => {
    const rows = variables.filter((variable) => variable.group === group).map(rowOf);
    return [`## ${group}`, '', '| variable | default | meaning |', '| --- | --- | --- |', ...rows].join('\n');
  });
  return `${[HEAD.trimEnd(), ...sections].join('\n\n')}\n`;
}

function standardOf(value: string | number | readonly string[] | undefined): string {
  return value === undefined ? 'none' : `\`${value.toString()}\``;
}

function rowOf({
  name,
  standard,
  description,
  secret,
}: Readonly<Record<'name' | 'standard' | 'description', string>> & {
  secret: boolean;
}): string {
  return `| \`${name}\` | ${standard} | ${description}${secret ? ` Secret: or \`${name}_FILE\`.` : ''} |`;
}
