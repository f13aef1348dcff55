import { useState } from 'react';
import { decodeText, readCsv, type CsvText } from './csv-text.js';
import { fileProblem, type FileProblem } from './file-check.js';

/** A file that was chosen, with what can be shown of it. */
export interface ChosenFile {
  readonly file: File;
  /** Null where nothing could be made of it: the server says why. */
  readonly csv: CsvText | null;
}

export interface ChosenFileUse {
  readonly chosen: ChosenFile | null;
  readonly problem: FileProblem | 'many' | 'unreadable' | null;
  /** Answers the file, where it is worth sending. */
  readonly choose: (files: readonly File[]) => Promise<ChosenFile | null>;
  readonly forget: () => void;
}

/** The file in this tab's memory, where alone it is. */
export function useChosenFile(): ChosenFileUse {
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  const [problem, setProblem] = useState<ChosenFileUse['problem']>(null);

  const choose = async (files: readonly File[]): Promise<ChosenFile | null> => {
    const [file, another] = files;
    if (!file) return null;
    const wrong = another ? 'many' : fileProblem(file);
    setProblem(wrong);
    if (wrong) return null;
    try {
      const next = { file, csv: readCsv(decodeText(await file.bytes())) };
      setChosen(next);
      return next;
    } catch {
      // It was moved or removed since it was chosen.
      setProblem('unreadable');
      return null;
    }
  };

  return {
    chosen,
    problem,
    choose,
    forget: () => {
      setChosen(null);
      setProblem(null);
    },
  };
}
