import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { invalidInput } from '../problems/problem-error.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** `@Param('id', UuidPipe) id: string`: 400 with a field error for anything but a UUID; lower case from here on. */
@Injectable()
export class UuidPipe implements PipeTransform<unknown, string> {
  transform(value: unknown, metadata: ArgumentMetadata): string {
    if (typeof value === 'string' && UUID.test(value)) return value.toLowerCase();
    throw invalidInput({
      field: metadata.data ?? 'id',
      code: 'isUuid',
      message: { en: 'must be a UUID', de: 'muss eine UUID sein' },
    });
  }
}
