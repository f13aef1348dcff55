import type { Config } from '../config/config.js';

type Headers = Readonly<Record<string, string>>;

/** One year: browsers that were here once never come back in plain text (RFC 6797). Only said over TLS. */
const STRICT_TRANSPORT = { 'strict-transport-security': 'max-age=31536000' };

/** Nothing of an answer to a program is ever shown, run or framed, so it may be denied all of it. */
const API: Headers = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
};

/**
 * What pages may do. Scripts come from files of this origin alone: one that got into a text never runs. Styles may be
 * inline, since Mantine sets custom properties in `style` attributes and in `<style>`: they cannot run anything.
 */
const PAGE_POLICY = policy({
  'default-src': "'self'",
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'self' data:",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
});

/** No page of ours asks for any of these, and none that is smuggled in shall. */
const PERMISSIONS = ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer']
  .concat('microphone', 'midi', 'payment', 'usb')
  .map((feature) => `${feature}=()`)
  .join(', ');

const PAGE: Headers = {
  ...API,
  'content-security-policy': PAGE_POLICY,
  // Addresses of leads hold ids and searches: other sites learn the origin at most, plain ones nothing.
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': PERMISSIONS,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
};

/** Every answer carries these; pages carry {@link pageHeaders} instead. */
export function apiHeaders(config: Pick<Config, 'publicUrl'>): Headers {
  return { ...API, ...transport(config) };
}

/** For HTML, and for what it loads. Whoever serves the console's files himself (nginx) sends the same. */
export function pageHeaders(config: Pick<Config, 'publicUrl'>): Headers {
  return { ...PAGE, ...transport(config) };
}

function transport({ publicUrl }: Pick<Config, 'publicUrl'>): Headers {
  return publicUrl?.startsWith('https://') ? STRICT_TRANSPORT : {};
}

function policy(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}
