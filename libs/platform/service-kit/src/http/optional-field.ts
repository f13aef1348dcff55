import { ValidateIf } from 'class-validator';

/** The field may be left out, and must be right where it is there; null is not. (`IsOptional` lets null through.) */
export function OptionalField(): PropertyDecorator {
  return ValidateIf((_object, value: unknown) => value !== undefined);
}

/** The field may be left out, and null clears it: for a PATCH. */
export function ClearableField(): PropertyDecorator {
  return ValidateIf((_object, value: unknown) => value !== undefined && value !== null);
}
