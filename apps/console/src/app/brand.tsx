import type { ReactElement } from 'react';

/** The mark: a line that leads somewhere. */
export function Mark({ size = 26 }: { readonly size?: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#0b6f7a" />
      <path d="M10 7.5v13.2c0 1.1.9 2 2 2h11" fill="none" stroke="#fff" strokeWidth="3.4" strokeLinecap="round" />
      <circle cx="22.6" cy="11.4" r="3.2" fill="#f4b740" />
    </svg>
  );
}
