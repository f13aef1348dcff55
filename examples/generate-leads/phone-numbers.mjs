/**
 * Telephone numbers that libphonenumber takes as valid and that ring nowhere: ranges set aside for fiction where a country has one
 * (DE, GB, US, FR, SE), else subscriber numbers that begin with zeros (AT, CH). Each is given out once, written in one of many ways.
 */
import { digits, pick, unlike, upTo } from './chance.mjs';

const germanBlocks = { 30: '23125', 40: '66969', 69: '90009', 89: '99998', 221: '4710' };
const usedNumbers = new Set();
const nextNumber = (prefix, size, width, from = 0) =>
  unlike(usedNumbers, () => `${prefix} ${digits(from + upTo(size), width)}`)
    .split(' ')
    .pop();

/** By country, then called with the dialling code without its zero. */
export const landlines = {
  DE: (a) => {
    const b = germanBlocks[a];
    const x = nextNumber(`DE${a}`, 1000, 3);
    return pick([
      `+49 (0)${a} ${b} ${x}`,
      `0${a}/${b}${x}`,
      `0${a}-${b}${x}`,
      `(0${a}) ${b}-${x}`,
      `0049 ${a} ${b}${x}`,
      `+49-${a}-${b}-${x}`,
      `+49${a}${b}${x}`,
      `0${a} / ${b.slice(0, 3)} ${b.slice(3)}${x}`,
      `+49\u00a0${a}\u00a0${b}\u00a0${x}`,
      `0${a}${b}${x}`,
    ]);
  },
  AT: (a) => {
    const x = nextNumber(`AT${a}`, 1000, 3);
    return pick([`+43 (0)${a} 000 ${x}`, `0043 ${a} 000${x}`, `0${a}/000${x}`, `+43 ${a} 000-${x}`]);
  },
  CH: (a) => {
    const x = nextNumber(`CH${a}`, 10000, 4).replace(/(..)(..)/, '$1 $2');
    return pick([
      `+41 ${a} 000 ${x}`,
      `0${a} 000 ${x}`,
      `0041 ${a} 000 ${x}`,
      `+41 (0)${a} 000 ${x}`,
      `0${a}/000 ${x}`,
    ]);
  },
  GB: (a) => {
    const x = nextNumber(`GB${a}`, 1000, 4);
    const rest = `${a === '20' ? '7946' : '496'} ${x}`;
    return pick([`+44 ${a} ${rest}`, `0${a} ${rest}`, `+44 (0)${a} ${rest}`]);
  },
  US: (a) => {
    const x = nextNumber(`US${a}`, 100, 4, 100);
    return pick([`+1 ${a} 555 ${x}`, `(${a}) 555-${x}`, `+1 (${a}) 555-${x}`, `${a}.555.${x}`]);
  },
  FR: (a) => {
    const block = { 1: '99 00', 3: '53 01', 4: '65 71' }[a];
    const rest = `${block} ${nextNumber(`FR${a}`, 10000, 4).replace(/(..)(..)/, '$1 $2')}`;
    return pick([`+33 ${a} ${rest}`, `0${a} ${rest}`, `0${a}.${rest.replaceAll(' ', '.')}`, `0033 ${a} ${rest}`]);
  },
  SE: (a) => {
    const rest = `465 004 ${nextNumber('SE', 100, 2)}`;
    return pick([`+46 ${a} ${rest}`, `0${a}-${rest}`]);
  },
};
/** By country; Great Britain, France and the USA have no mobile range for fiction that is valid. */
export const mobiles = {
  DE: () => {
    const [net, block] = pick([
      ['171', '39200'],
      ['176', '040690'],
    ]);
    const x = nextNumber(`DE${net}`, 100, 2);
    return pick([
      `0${net}-${block}${x}`,
      `0${net}/${block.slice(0, 2)} ${block.slice(2)} ${x}`,
      `+49 ${net} ${block}${x}`,
      `0049 ${net} ${block}${x}`,
      `+49 (0)${net} / ${block}-${x}`,
      `0${net}${block}${x}`,
      `+49(0)${net} ${block} ${x}`,
    ]);
  },
  AT: () => {
    const x = nextNumber('AT660', 1000, 3);
    return pick([`0043 660 0000${x}`, `0660/0000${x}`, `+43 (0)660 0000 ${x}`, `+436600000${x}`]);
  },
  CH: () => {
    const net = pick(['76', '78', '79']);
    const x = nextNumber(`CH${net}`, 10000, 4).replace(/(..)(..)/, '$1 $2');
    return pick([`+41 ${net} 000 ${x}`, `0${net} 000 ${x}`, `0041${net}000${x.replace(' ', '')}`]);
  },
  SE: () => `+46 70 174 06 ${nextNumber('SE70', 90, 2, 10)}`,
};
