import { Injectable, type PipeTransform } from '@nestjs/common';
import { invalidInput } from '../problems/problem-error.js';

/** For commands that say everything in their URL: what is sent besides would be lost in silence, so it is refused. */
@Injectable()
export class NoBodyPipe implements PipeTransform<unknown, undefined> {
  transform(body: unknown): undefined {
    if (body === undefined) return undefined;
    const fields = typeof body === 'object' && body !== null && !Array.isArray(body) ? Object.keys(body) : ['body'];
    if (fields.length === 0) return undefined;
    throw invalidInput(
      ...fields.slice(0, 50).map((field) => ({
        field,
        code: 'whitelistValidation',
        message: { en: 'is not known here', de: 'ist hier nicht bekannt' },
      })),
    );
  }
}
