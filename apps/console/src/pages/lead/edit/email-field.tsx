import { Anchor } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { identity, leads } from '../../../api/clients.js';
import { answer, command } from '../../../api/command.js';
import type { Lead } from '../../../api/types.js';
import { EditableField, type Saved } from '../../../components/editable-field.js';
import { customerText } from './lead-fields.js';
import { PasswordDialog } from './password-dialog.js';
import { Shown } from './shown.js';
import { TextEditor } from './text-editor.js';
import { useSaveField } from './use-save-field.js';

interface Props {
  readonly lead: Lead;
  readonly readOnly: boolean;
}

const EMAIL = customerText('email');

/** A change that waits for a password, and what is told how it went. */
interface Asked {
  readonly from: string;
  readonly to: string;
  readonly settle: (saved: Saved<string>) => void;
}

/** The customer's address. Another one than there is takes the password of whoever changes it. */
export function EmailField({ lead, readOnly }: Props): ReactElement {
  const { t } = useTranslation('lead');
  const save = useSaveField(lead);
  const [asked, setAsked] = useState<Asked | null>(null);

  const onSave = (to: string, from: string): Promise<Saved<string>> => {
    if (EMAIL.read(lead) === '') return save(EMAIL)(to, from);
    return new Promise((settle) => setAsked({ from, to, settle }));
  };

  const settle = (saved: Saved<string>): void => {
    asked?.settle(saved);
    setAsked(null);
  };

  const change = async ({ to, from }: Asked, password: string): Promise<void> => {
    const { confirmation } = await answer(identity.POST('/api/identity/confirm-password', { body: { password } }));
    const send = async (email: string, revision: number): Promise<void> => {
      await command(
        (headers) =>
          leads.POST('/api/leads/{id}/change-email', {
            params: { path: { id: lead.id } },
            headers,
            body: { email: email.trim() || null },
          }),
        { revision, confirmation },
      );
    };
    settle(await save(EMAIL, send)(to, from));
  };

  return (
    <>
      <EditableField
        label={t('fields.email')}
        value={EMAIL.read(lead)}
        isSame={EMAIL.isSame}
        display={(value) =>
          value ? (
            <Anchor inherit href={`mailto:${value}`}>
              {value}
            </Anchor>
          ) : (
            <Shown value="" />
          )
        }
        editor={(props) => <TextEditor {...props} type="email" maxLength={254} />}
        onSave={onSave}
        readOnly={readOnly}
      />
      {asked && (
        <PasswordDialog
          text={t('email.text', { from: asked.from, to: asked.to.trim() || '–' })}
          onConfirm={(password) => change(asked, password)}
          onClose={() => settle({ kind: 'notYet' })}
        />
      )}
    </>
  );
}
