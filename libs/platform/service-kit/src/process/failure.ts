/** Their own messages say what to do; a stack would only hide that. */
const TELLING = new Set(['ConfigError', 'DataFolderInUseError', 'EngineUnavailableError', 'EventStoreFileError']);

/** What the operating system refuses, and what to do about it. */
const REFUSALS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'The port is taken by another program. Set PORT to another one.',
  EADDRNOTAVAIL: 'This machine has no such address. Set HOST to one of its own, or leave it out.',
  EACCES:
    'The system does not allow it. Ports below 1024 and folders of others need more rights: set PORT or LEADLINE_DATA.',
  ENOTDIR: 'The data folder cannot be made there: part of its path is a file. Set LEADLINE_DATA to another one.',
  EEXIST: 'The data folder cannot be made there: a file has its name. Set LEADLINE_DATA to another one.',
  EROFS: 'The data folder cannot be made there: nothing can be written. Set LEADLINE_DATA to another one.',
};

/** What to print of an error that ends the process: a sentence where one can be told, else all there is. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (TELLING.has(error.name)) return error.message;
  const refusal = 'code' in error ? REFUSALS[String(error.code)] : undefined;
  return refusal ? `${refusal} (${error.message})` : (error.stack ?? error.message);
}
