import type { ReactElement } from 'react';
import type { QueryKey } from '@tanstack/react-query';
import { command, type CommandHeaders, type Fetched } from '../api/command.js';
import { useCommand } from '../app/use-command.js';
import { ConfirmDialog } from './confirm-dialog.js';

interface Props<Answer> {
  readonly title: string;
  readonly text: string;
  /** What happens then: "Deactivate", not "OK". */
  readonly action: string;
  /** True where something is taken away. */
  readonly isDestructive?: boolean;
  readonly send: (headers: CommandHeaders) => Promise<Fetched<Answer>>;
  /** The queries that answer otherwise then. */
  readonly changes: readonly QueryKey[];
  readonly done?: string;
  /** In place of closing. */
  readonly onDone?: (answer: Answer) => void;
  readonly onClose: () => void;
}

/** Asks, sends the one command, says that it is done, and closes. */
export function CommandDialog<Answer>({
  title,
  text,
  action,
  isDestructive = false,
  send,
  changes,
  done,
  onDone = () => onClose(),
  onClose,
}: Props<Answer>): ReactElement {
  const { mutate, isPending } = useCommand(() => command(send), { changes, onDone, ...(done && { done }) });
  return (
    <ConfirmDialog
      opened
      title={title}
      action={action}
      color={isDestructive ? 'red.9' : undefined}
      loading={isPending}
      onConfirm={() => mutate(undefined)}
      onClose={onClose}
    >
      {text}
    </ConfirmDialog>
  );
}
