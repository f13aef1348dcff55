import { describe, expect, it } from '@jest/globals';
import { texts as german } from './de/index.js';
import { texts as english } from './en/index.js';

type Tree = string | { readonly [key: string]: Tree };

/** `common.actions.save → {{name}}`: each text by its path, with the variables it fills in. */
function pathsOf(tree: Tree, path = ''): string[] {
  if (typeof tree === 'string') return [`${path} ${(tree.match(/{{\w+}}/g) ?? []).toSorted().join(' ')}`];
  return Object.entries(tree).flatMap(([key, branch]) => pathsOf(branch, path ? `${path}.${key}` : key));
}

function textsOf(tree: Tree): string[] {
  return typeof tree === 'string' ? [tree] : Object.values(tree).flatMap(textsOf);
}

describe('the two languages', () => {
  it('have the same texts, with the same variables', () => {
    expect(pathsOf(german).toSorted()).toEqual(pathsOf(english).toSorted());
  });

  it('leave no text empty', () => {
    expect([...textsOf(german), ...textsOf(english)].filter((text) => text.trim() === '')).toEqual([]);
  });
});
