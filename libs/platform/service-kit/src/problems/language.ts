import type { FastifyRequest } from 'fastify';
import type { Language } from '../access/caller.js';

/** The language to answer in: the caller's own, else what `Accept-Language` prefers, else English. */
export function languageOf(request: FastifyRequest): Language {
  return request.caller?.language ?? preferred(request.headers['accept-language']);
}

function preferred(header: string | undefined): Language {
  let best: Language = 'en';
  let bestQuality = 0;
  for (const part of (header ?? '').split(',', 20)) {
    const [tag = '', quality = 'q=1'] = part.split(';', 2);
    const language = tag.trim().toLowerCase().split('-', 1)[0];
    const weight = Number(quality.trim().replace(/^q=/, ''));
    if ((language === 'en' || language === 'de') && weight > bestQuality) {
      best = language;
      bestQuality = weight;
    }
  }
  return best;
}
