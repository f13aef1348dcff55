/** The largest file that the server takes. */
export const MAX_BYTES = 20 * 1024 * 1024;

export type FileProblem = 'empty' | 'tooLarge' | 'workbook' | 'noText';

const WORKBOOK = /\.(xlsx?|xlsm|ods|numbers)$/i;
const NO_TEXT = /\.(pdf|docx?|zip|png|jpe?g|gif|heic|msg|eml)$/i;

/** Why a file is not worth sending; null where it may be one of leads: what is in it the server judges. */
export function fileProblem({ name, size }: { readonly name: string; readonly size: number }): FileProblem | null {
  if (WORKBOOK.test(name)) return 'workbook';
  if (NO_TEXT.test(name)) return 'noText';
  if (size === 0) return 'empty';
  return size > MAX_BYTES ? 'tooLarge' : null;
}
