import { SECRET_PATTERN } from '../secrets.js';

/** `llk_<id>_<secret>`. The beginning lets scanners of source code find keys that were published by mistake. */
const API_KEY = new RegExp(`^llk_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_(${SECRET_PATTERN})$`);

export function apiKeyText(id: string, secret: string): string {
  return `llk_${id}_${secret}`;
}

/** Told by its beginning from an access token, which is three parts with dots between. */
export function looksLikeApiKey(text: string): boolean {
  return text.startsWith('llk_');
}

export function parseApiKey(text: string): { readonly id: string; readonly secret: string } | null {
  const [, id, secret] = API_KEY.exec(text) ?? [];
  return id === undefined || secret === undefined ? null : { id, secret };
}
