import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import { fill, type MessageDefinition } from './messages.js';
import { invalidInput, type FieldError, type Sentence } from './problem-error.js';
import { FIELD_RULES } from './field-rules.js';

/** No answer gets longer than this by what was sent. */
const MOST_ERRORS = 50;

/** Validates bodies and queries by their DTO class: what the class does not name is an error, not lost in silence. */
export function validationPipe(): ValidationPipe {
  rememberDeclarations();
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    validationError: { target: true, value: false },
    exceptionFactory: (errors) => invalidInput(...fieldErrors(errors, '').slice(0, MOST_ERRORS)),
  });
}

const remembered = new WeakSet<object>();

/**
 * What a class declares is settled when it is defined; class-validator gathers it anew for every object, out of all classes
 * there are (measured: a fifth of all that validating a lead costs).
 */
function rememberDeclarations(): void {
  const storage = getMetadataStorage();
  if (remembered.has(storage)) return;
  remembered.add(storage);
  const gather = storage.getTargetValidationMetadatas.bind(storage);
  const declarations = new Map<unknown, ReturnType<typeof gather>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    const isPlain = !schema && !always && !strictGroups && !groups?.length;
    if (!isPlain) return gather(target, schema, always, strictGroups, groups);
    const known = declarations.get(target) ?? gather(target, schema, always, strictGroups, groups);
    declarations.set(target, known);
    return known;
  };
}

function fieldErrors(errors: readonly ValidationError[], path: string): FieldError[] {
  return errors.flatMap((error) => {
    const field = path === '' ? error.property : `${path}.${error.property}`;
    // Of several rules broken the one declared first is told: that it must be text, not also how long a text.
    const own = Object.entries(error.constraints ?? {})
      .slice(-1)
      .map(([rule, message]) => {
        const code = isMissing(error, rule) ? 'required' : rule;
        return { field, code, message: sentenceOf(error, code, message) };
      });
    return [...own, ...fieldErrors(error.children ?? [], field)];
  });
}

/** That what is not there must be text, or a UUID, is not what anybody wants to know. Rules of a service's own speak for themselves. */
function isMissing({ target, property }: ValidationError, rule: string): boolean {
  return rule in FIELD_RULES && target !== undefined && Reflect.get(target, property) === undefined;
}

/** Our sentence for a rule; class-validator's own where the rule is not among ours. */
function sentenceOf(error: ValidationError, rule: string, message: string): Sentence {
  const sentence: MessageDefinition | undefined = FIELD_RULES[rule];
  if (!sentence) return message;
  const params = Object.fromEntries(limitsOf(error, rule).map((limit, index) => [String(index + 1), String(limit)]));
  return { en: fill(sentence.en, params), de: fill(sentence.de, params) };
}

/** The numbers and values that a rule was declared with: `200` of `@MaxLength(200)`. */
function limitsOf(error: ValidationError, rule: string): unknown[] {
  if (!error.target) return [];
  const declared = getMetadataStorage()
    .getTargetValidationMetadatas(error.target.constructor, '', false, false)
    .find((metadata) => metadata.propertyName === error.property && metadata.name === rule);
  return (declared?.constraints ?? []).map((limit: unknown) => (Array.isArray(limit) ? limit.join(', ') : limit));
}
