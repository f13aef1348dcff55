import { ActionIcon, Box, Group, Loader, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconCheck, IconPencil, IconX } from '@tabler/icons-react';
import {
  useEffect,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem.js';
import { problemText } from '../app/problem-text.js';
import { Conflict } from './conflict.js';
import classes from './editable-field.module.css';

/** How an edit ended: it was taken, or somebody else had changed the same field. */
export type Saved<Value> =
  | { readonly kind: 'saved' }
  | { readonly kind: 'conflict'; readonly theirs: Value; readonly by?: string | undefined }
  /** The person thought better of it, and goes on editing. */
  | { readonly kind: 'notYet' };

export interface EditorProps<Value> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly label: string;
  readonly error: string | null;
  readonly disabled: boolean;
}

interface Props<Value> {
  readonly label: string;
  readonly value: Value;
  readonly display: (value: Value) => ReactNode;
  readonly editor: (props: EditorProps<Value>) => ReactNode;
  /** `base` is what the person saw when they began. @throws Problem */
  readonly onSave: (value: Value, base: Value) => Promise<Saved<Value>>;
  readonly isSame: (a: Value, b: Value) => boolean;
  /** Where Enter makes a new line; then Ctrl+Enter confirms. */
  readonly isMultiline?: boolean;
  readonly readOnly?: boolean;
  /** For editors that need all the width: the tick stands below. */
  readonly isWide?: boolean;
  /** Left out where a heading above says it already. */
  readonly hideLabel?: boolean;
}

/** Begun with the value that was there; what is typed stays until it is saved or given up. */
interface Editing<Value> {
  readonly base: Value;
  readonly value: Value;
  readonly isBusy: boolean;
  readonly error: string | null;
  readonly conflict: { readonly theirs: Value; readonly by?: string | undefined } | null;
}

/** A field that is read, and on a click edited: the green tick or Enter confirms, Escape gives up. */
export function EditableField<Value>(props: Props<Value>): ReactElement {
  const {
    label,
    value,
    display,
    editor,
    onSave,
    isSame,
    isMultiline = false,
    readOnly = false,
    isWide = false,
    hideLabel,
  } = props;
  const { t } = useTranslation();
  const id = useId();
  const [editing, setEditing] = useState<Editing<Value> | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const isEditing = editing !== null;
  const wasEditing = useRef(false);

  useEffect(() => {
    if (isEditing) {
      const field = form.current?.querySelector<HTMLElement>('input:not([type="hidden"]), textarea');
      field?.focus();
      if (field instanceof HTMLInputElement && field.type === 'text') field.select();
    } else if (wasEditing.current) opener.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);

  const save = async (edited: Value, base: Value): Promise<void> => {
    if (isSame(edited, base)) return setEditing(null);
    setEditing((now) => now && { ...now, isBusy: true, error: null });
    try {
      const saved = await onSave(edited, base);
      if (saved.kind === 'saved') return setEditing(null);
      const conflict = saved.kind === 'conflict' ? { theirs: saved.theirs, by: saved.by } : null;
      setEditing((now) => now && { ...now, isBusy: false, conflict });
    } catch (error) {
      const [first] = error instanceof Problem ? error.errors : [];
      setEditing((now) => now && { ...now, isBusy: false, error: first?.message ?? problemText(error) });
    }
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!editing || event.defaultPrevented) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      setEditing(null);
    } else if (event.key === 'Enter' && (!isMultiline || event.ctrlKey || event.metaKey)) {
      if (event.target instanceof HTMLButtonElement) return;
      event.preventDefault();
      void save(editing.value, editing.base);
    }
  };

  const begin = (): void => setEditing({ base: value, value, isBusy: false, error: null, conflict: null });
  const beginByMouse = ({ target }: MouseEvent): void => {
    const isLink = target instanceof Element && target.closest('a, button') !== null;
    // Who marks a text wants to copy it.
    if (!isLink && (getSelection()?.isCollapsed ?? true)) begin();
  };

  if (!editing) {
    return (
      <Box className={classes.field}>
        {!hideLabel && (
          <Text component="div" className={classes.label} id={id}>
            {label}
          </Text>
        )}
        {readOnly ? (
          <div className={classes.value}>{display(value)}</div>
        ) : (
          // The button is for everybody; that one may click anywhere in the field is a convenience of the mouse.
          <div className={classes.row} onClick={beginByMouse}>
            <div className={classes.value}>{display(value)}</div>
            <UnstyledButton
              ref={opener}
              className={classes.pencil}
              aria-label={t('actions.edit', { field: label })}
              onClick={begin}
            >
              <IconPencil size={15} aria-hidden />
            </UnstyledButton>
          </div>
        )}
      </Box>
    );
  }

  return (
    <Box className={classes.field} ref={form} onKeyDown={onKeyDown} role="group" aria-label={label}>
      {!hideLabel && (
        <Text component="div" className={classes.label} aria-hidden>
          {label}
        </Text>
      )}
      <div className={isWide ? classes.wide : classes.line}>
        <Box flex={1} miw={0}>
          {editor({
            value: editing.value,
            onChange: (next) => setEditing((now) => now && { ...now, value: next }),
            label,
            error: editing.error,
            disabled: editing.isBusy,
          })}
        </Box>
        <Group gap={6} wrap="nowrap" justify="flex-end">
          <Tooltip label={t('actions.confirm')}>
            <ActionIcon
              size={34}
              variant="filled"
              color="green.8"
              aria-label={t('actions.confirm')}
              disabled={editing.isBusy}
              onClick={() => void save(editing.value, editing.base)}
            >
              {editing.isBusy ? <Loader size={15} color="white" /> : <IconCheck size={19} stroke={2.4} />}
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('actions.cancel')}>
            <ActionIcon
              size={34}
              aria-label={t('actions.cancel')}
              disabled={editing.isBusy}
              onClick={() => setEditing(null)}
            >
              <IconX size={18} />
            </ActionIcon>
          </Tooltip>
        </Group>
      </div>
      {editing.conflict && (
        <Conflict
          theirs={display(editing.conflict.theirs)}
          mine={display(editing.value)}
          by={editing.conflict.by}
          loading={editing.isBusy}
          onTakeTheirs={() => setEditing(null)}
          onKeepMine={() => void save(editing.value, editing.conflict?.theirs ?? editing.base)}
        />
      )}
    </Box>
  );
}
