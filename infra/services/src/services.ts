/** Every service that runs as a process of its own: `apps/<name>`. */
export const serviceNames = ['identity', 'leads', 'contacts', 'sales-documents', 'notifications'] as const;
export type ServiceName = (typeof serviceNames)[number];

export const roles = ['api', 'work'] as const;
export type Role = (typeof roles)[number];

/** One process of a service. */
export interface Replica {
  /** `leads-api-1` */
  readonly name: string;
  readonly service: ServiceName;
  readonly role: Role;
  readonly port: number;
}

export function isServiceName(name: string): name is ServiceName {
  return serviceNames.some((each) => each === name);
}

/** The processes of each service and role, each with a port from those given. @throws RangeError where there are too few */
export function replicasOf(
  services: readonly ServiceName[],
  replicas: number,
  ports: readonly number[],
): readonly Replica[] {
  const names = services.flatMap((service) =>
    roles.flatMap((role) =>
      Array.from({ length: replicas }, (_, n) => ({ name: `${service}-${role}-${n + 1}`, service, role })),
    ),
  );
  return names.map((each, index) => {
    const port = ports[index];
    if (port === undefined) throw new RangeError(`${names.length} processes need as many ports, not ${ports.length}`);
    return { ...each, port };
  });
}
