/** Nothing was heard in time. What was asked for may be done all the same, now or later. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';

  constructor(ms: number) {
    super(`No answer within ${Math.round(ms)} ms`);
  }
}

/** Waits no longer than that: a connection that hangs neither answers nor fails. @throws NoAnswerError */
export async function answerWithin<T>(ms: number, ask: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswerError(ms)), ms);
  });
  try {
    return await Promise.race([ask(), late]);
  } finally {
    clearTimeout(timer);
  }
}
