/** Every time zone the browser knows, by its IANA name. UTC is none of them, and is what servers have. */
export const TIME_ZONES: readonly string[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC'),
];
