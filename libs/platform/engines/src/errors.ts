/** An engine cannot be reached or is not ready. Trying again later may help; what was asked may or may not have happened. */
export class EngineUnavailableError extends Error {
  override readonly name = 'EngineUnavailableError';

  constructor(
    /** Which engine, in words for an operator: "EventStoreDB at esdb://…". */
    readonly engine: string,
    options?: ErrorOptions,
  ) {
    super(`${engine} is not available`, options);
  }
}

/** The data folder belongs to another process. */
export class DataFolderInUseError extends Error {
  override readonly name = 'DataFolderInUseError';

  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(
      `The data folder ${folder} is in use by process ${pid}. Stop that process, or set LEADLINE_DATA to another folder.`,
    );
  }
}
