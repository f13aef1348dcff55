import { useMutation, useQueryClient, type QueryKey, type UseMutationResult } from '@tanstack/react-query';
import { tellDone, tellProblem } from './toasts.js';

export interface CommandUse<Input, Answer> {
  /** The queries that answer otherwise now, by the beginnings of their keys. Awaited, so that what is shown is true. */
  readonly changes?: readonly QueryKey[];
  /** What to say when it is done. */
  readonly done?: string | ((answer: Answer, input: Input) => string);
  readonly onDone?: (answer: Answer, input: Input) => void;
  /** Answers true where the problem is shown in its place; else it is told in a toast. */
  readonly onProblem?: (error: unknown, input: Input) => boolean;
}

/** A command as a mutation: afterwards what it changes is read again; where it fails, why is told. */
export function useCommand<Input, Answer>(
  run: (input: Input) => Promise<Answer>,
  { changes = [], done, onDone, onProblem }: CommandUse<Input, Answer> = {},
): UseMutationResult<Answer, unknown, Input> {
  const queries = useQueryClient();
  return useMutation<Answer, unknown, Input>({
    mutationFn: run,
    async onSuccess(answer, input) {
      await Promise.all(changes.map((queryKey) => queries.invalidateQueries({ queryKey })));
      if (done !== undefined) tellDone(typeof done === 'string' ? done : done(answer, input));
      onDone?.(answer, input);
    },
    onError(error, input) {
      if (!onProblem?.(error, input)) tellProblem(error);
    },
  });
}
