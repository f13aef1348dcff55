/** As much of pino as the work needs. Fields carry names, ids and positions, never what is in an event. */
export interface WorkLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
