/** An error whose message is all that the user needs: printed without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
