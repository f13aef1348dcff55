/** Separators of thousands and of decimals that occur together. An apostrophe is the Swiss way; blanks of any width. */
const STYLES: readonly (readonly [group: string, decimal: string])[] = [
  ['\\.', ','],
  [',', '\\.'],
  ["['’]", '[.,]'],
  ['\\s', '[.,]'],
];

const PLAIN = /^(\d+)(?:[.,](\d+))?$/;
const GROUPED = STYLES.map(
  ([group, decimal]) => new RegExp(`^([1-9]\\d{0,2}(?:(${group})\\d{3})(?:\\2\\d{3})*)(?:${decimal}(\\d+))?$`),
);

/**
 * All ways to read a number as people write it, each as a decimal ("1249.5"): with comma or point for decimals, and with
 * thousands separators. Two where it depends on who wrote it ("1.249"), none where it is no number.
 */
export function readNumber(text: string): readonly string[] {
  const trimmed = text.trim();
  const matches = [PLAIN, ...GROUPED].map((pattern) => pattern.exec(trimmed));
  const readings = matches.flatMap((match, index) => {
    if (!match) return [];
    const [, integer = '', second] = match;
    return decimal(integer.replace(/\D/g, ''), index === 0 ? second : match[3]);
  });
  return [...new Set(readings)];
}

/** Number of digits behind the point. */
export function decimalsOf(number: string): number {
  const point = number.indexOf('.');
  return point < 0 ? 0 : number.length - point - 1;
}

function decimal(integer: string, fraction: string | undefined): string {
  const digits = integer.replace(/^0+(?=\d)/, '');
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}
