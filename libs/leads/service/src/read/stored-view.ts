import type { Json } from '@leadline/event-sourcing';

/**
 * A view as it lies in a document. Views are interfaces with optional fields, which TypeScript does not see to be JSON;
 * they are, since they are folded from JSON. Here is the door, both ways.
 */
export type Stored<View> = { readonly [Field in keyof View]: Json | undefined };

export function store<View extends object>(view: View): Stored<View> {
  return view as unknown as Stored<View>;
}

export function restore<View extends object>(document: Stored<View>): View {
  return document as unknown as View;
}
