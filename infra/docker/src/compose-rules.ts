import type { ComposeFile, ComposeService } from './compose-file.js';
import type { Stage } from './dockerfile.js';

/** What the file is held against. */
export interface Surroundings {
  /** The stages of a Dockerfile by its path; null where there is none. */
  readonly stagesOf: (dockerfile: string) => readonly Stage[] | null;
  /** Whether `apps/<name>` is there. */
  readonly isApp: (name: string) => boolean;
  /** Every variable that Leadline reads. */
  readonly settings: ReadonlySet<string>;
}

/** Everything that is wrong and that the schema cannot see, a sentence each. */
export function problemsOf(file: ComposeFile, surroundings: Surroundings): readonly string[] {
  const services = Object.entries(file.services);
  return [
    ...services.flatMap(([name, service]) =>
      [
        ...buildProblems(service, surroundings),
        ...imageProblems(service, surroundings),
        ...settingProblems(service, surroundings),
        ...referenceProblems(service, file),
        ...dependencyProblems(service, file),
      ].map((problem) => `${name}: ${problem}`),
    ),
    ...portProblems(file),
    ...unusedProblems(file),
  ];
}

/** A service without profiles is in all of them. */
function profilesOf({ profiles = [] }: ComposeService): readonly string[] {
  return profiles;
}

function allProfiles(file: ComposeFile): readonly string[] {
  return [...new Set(Object.values(file.services).flatMap(profilesOf))];
}

function isIn(service: ComposeService, profile: string): boolean {
  return profilesOf(service).length === 0 || profilesOf(service).includes(profile);
}

function buildProblems({ build }: ComposeService, { stagesOf, isApp }: Surroundings): string[] {
  if (!build) return [];
  const stages = stagesOf(build.dockerfile);
  if (!stages) return [`there is no ${build.dockerfile}`];
  const problems: string[] = [];
  if (build.target !== undefined && !stages.some(({ name }) => name === build.target)) {
    problems.push(`${build.dockerfile} has no stage ${build.target}`);
  }
  const known = stages.flatMap(({ instructions }) => instructions.filter(({ keyword }) => keyword === 'ARG'));
  for (const [name, value] of Object.entries(build.args ?? {})) {
    if (!known.some(({ text }) => text.split('=')[0] === name)) problems.push(`${build.dockerfile} has no ARG ${name}`);
    if (name === 'SERVICE' && !isApp(value)) problems.push(`there is no apps/${value}`);
  }
  return problems;
}

/** What is pulled is pinned, and watched over; ours has its health check in its image. */
function imageProblems({ image, build, healthcheck }: ComposeService, { stagesOf }: Surroundings): string[] {
  if (build) {
    const stages = stagesOf(build.dockerfile) ?? [];
    const stage = build.target === undefined ? stages.at(-1) : stages.find(({ name }) => name === build.target);
    return stage?.instructions.some(({ keyword }) => keyword === 'HEALTHCHECK') ? [] : ['its image has no HEALTHCHECK'];
  }
  if (image === undefined) return ['it has neither an image nor a build'];
  const tag = /:([\w.-]+)$/.exec(image)?.[1];
  return [
    ...(tag === undefined || tag === 'latest' ? [`${image} is not pinned to a version`] : []),
    ...(healthcheck ? [] : ['nobody asks for its health']),
  ];
}

function settingProblems({ build, environment = {} }: ComposeService, { settings }: Surroundings): string[] {
  if (!build || build.target === 'edge') return [];
  return Object.keys(environment)
    .filter((name) => !settings.has(name) && !(name.endsWith('_FILE') && settings.has(name.slice(0, -'_FILE'.length))))
    .map((name) => `Leadline knows no ${name}`);
}

function referenceProblems(service: ComposeService, file: ComposeFile): string[] {
  const named = (service.volumes ?? [])
    .map((volume) => volume.split(':')[0] ?? '')
    .filter((name) => !/^[./~]/.test(name));
  return [
    ...missing('volume', named, file.volumes),
    ...missing('secret', service.secrets ?? [], file.secrets),
    ...missing('network', service.networks ?? [], file.networks),
  ];
}

function missing(kind: string, names: readonly string[], declared: Readonly<Record<string, unknown>> = {}): string[] {
  return names.filter((name) => !Object.hasOwn(declared, name)).map((name) => `there is no ${kind} ${name}`);
}

function dependencyProblems(service: ComposeService, file: ComposeFile): string[] {
  return Object.keys(service.depends_on ?? {}).flatMap((name) => {
    const other = file.services[name];
    if (!other) return [`it depends on ${name}, which is not there`];
    const profiles = profilesOf(service).length > 0 ? profilesOf(service) : allProfiles(file);
    const without = profiles.filter((profile) => !isIn(other, profile));
    return without.map((profile) => `it depends on ${name}, which is not in the profile ${profile}`);
  });
}

/** Two that run together cannot have one port of the host. */
function portProblems(file: ComposeFile): string[] {
  return allProfiles(file).flatMap((profile) => {
    const together = Object.values(file.services).filter((service) => isIn(service, profile));
    const ports = together.flatMap(({ ports: list = [] }) => list.map((port) => port.split(':').at(-2) ?? port));
    const twice = ports.filter((port, index) => ports.indexOf(port) !== index);
    return twice.map((port) => `${profile}: the port ${port} of the host is given away twice`);
  });
}

function unusedProblems(file: ComposeFile): string[] {
  const services = Object.values(file.services);
  const volumes = services.flatMap(({ volumes: list = [] }) => list.map((volume) => volume.split(':')[0]));
  const secrets = services.flatMap(({ secrets: list = [] }) => list);
  return [
    ...Object.keys(file.volumes ?? {})
      .filter((name) => !volumes.includes(name))
      .map((name) => `nobody uses the volume ${name}`),
    ...Object.keys(file.secrets ?? {})
      .filter((name) => !secrets.includes(name))
      .map((name) => `nobody uses the secret ${name}`),
  ];
}
