/** A file that is made from the code. */
export interface Artifact {
  /** From the workspace's root, with slashes. */
  readonly path: string;
  readonly content: string;
}
