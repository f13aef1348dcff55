/** Ends the switch of a `decide`: the compiler sees that every command has its rule. */
export function noRule(command: never): never {
  throw new TypeError(`No rule for ${JSON.stringify(command)}`);
}

/** Ends the switch of an `evolve`: the compiler sees that every event has its case, and folds stay total all the same. */
export function passedOver<State>(state: State, _event: never): State {
  return state;
}
