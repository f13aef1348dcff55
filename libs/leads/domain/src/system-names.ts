import { SYSTEM_REASON_NAMES } from './closing-reasons/system-reasons.js';
import type { Named } from './lead/lead-fields.js';
import { DEFAULT_PHASE_NAMES } from './sales-process.js';

export type Language = 'en' | 'de';

/** What came with Leadline is called in each language, by id. */
export type SystemNames = ReadonlyMap<string, Readonly<Record<Language, string>>>;

/**
 * What a phase or a closing reason is called for somebody: those that came with Leadline in their language, as long as nobody
 * has renamed them; any other as it is.
 */
export function nameFor({ id, name }: Named, language: Language): string {
  const system = DEFAULT_PHASE_NAMES.get(id) ?? SYSTEM_REASON_NAMES.get(id);
  return system?.en === name ? system[language] : name;
}
