const HERE = 'http://here.invalid';

/**
 * The path within Leadline that a text leads to, `/` for any text that would lead elsewhere. Read as browsers read it, who
 * take `/\host` and `/<tab>/host` for another host.
 */
export function localPath(text: string | undefined): string {
  const target = text?.startsWith('/') === true ? URL.parse(text, HERE) : null;
  // A path may still begin with two slashes, and as an address of its own would then name a host.
  if (target?.origin !== HERE || target.pathname.startsWith('//')) return '/';
  return `${target.pathname}${target.search}${target.hash}`;
}
