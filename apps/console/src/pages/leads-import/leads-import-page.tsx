import { Alert, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../app/problem-text.js';
import { PageHeader } from '../../components/page-header.js';
import { DropZone } from './drop-zone.js';
import { ImportReport } from './import-report.js';
import { ImportRunning } from './import-running.js';
import { requestImport, type ImportOptions, type ImportRequest } from './import-query.js';
import { useChosenFile } from './use-chosen-file.js';

const route = getRouteApi('/signed-in/leads/import');

const AS_IT_COMES: ImportOptions = { duplicates: 'create', mapping: {} };

/** Leads out of a CSV file: it is checked, looked at, and only then imported. */
export function LeadsImportPage(): ReactElement {
  const { t } = useTranslation('leadsImport');
  const { id } = route.useSearch();
  const navigate = route.useNavigate();
  const { chosen, problem, choose, forget } = useChosenFile();
  const [options, setOptions] = useState(AS_IT_COMES);
  /** What was sent last, with the import's id: only what was looked at can be imported. */
  const [sent, setSent] = useState<(ImportRequest & { readonly id: string }) | null>(null);

  const send = useMutation({
    mutationFn: async (request: ImportRequest) => ({ ...request, id: await requestImport(request) }),
    onSuccess: async (answered) => {
      setSent(answered);
      await navigate({ search: { id: answered.id } });
    },
  });
  const check = async (files: readonly File[]): Promise<void> => {
    send.reset();
    const next = await choose(files);
    if (!next) return;
    setOptions(AS_IT_COMES);
    send.mutate({ file: next.file, ...AS_IT_COMES });
  };
  const startAgain = (): void => {
    forget();
    setSent(null);
    send.reset();
    void navigate({ search: {} });
  };

  const isOfThis = sent !== null && sent.id === id;
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <Stack gap="md" maw={1180}>
        {problem && (
          <Alert color="red" icon={<IconAlertTriangle />} role="alert">
            {t(`problems.${problem}`)}
          </Alert>
        )}
        {send.error && (
          <Alert color="red" icon={<IconAlertTriangle />} role="alert">
            {problemText(send.error)}
          </Alert>
        )}
        {send.isPending ? (
          <ImportRunning label={t('sending', { name: send.variables.file.name })} />
        ) : id === undefined ? (
          <DropZone onFiles={(files) => void check(files)} />
        ) : (
          <ImportReport
            key={id}
            importId={id}
            chosen={isOfThis ? chosen : null}
            options={options}
            isChanged={isOfThis && (sent.duplicates !== options.duplicates || sent.mapping !== options.mapping)}
            onOptions={setOptions}
            onCheck={() => chosen && send.mutate({ file: chosen.file, ...options })}
            onImport={() => chosen && send.mutate({ file: chosen.file, ...options, checkedAs: id })}
            onStartAgain={startAgain}
          />
        )}
      </Stack>
    </>
  );
}
