import { fileURLToPath } from 'node:url';

/** The root of the repository: two folders above infra/docker/{src,dist}. */
export const repository = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');
