import { createTheme, rem, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** Petrol: what one can click, and where one is. White on 6 and darker passes AA; 3 and lighter on the dark page. */
const petrol: MantineColorsTuple = [
  '#eaf6f7',
  '#d4ebed',
  '#a9d7dc',
  '#7cc2ca',
  '#4fa9b4',
  '#27909d',
  '#0b7682',
  '#09646f',
  '#07525b',
  '#053f47',
];

/** Greys with a little petrol in them, so that text and surfaces are of one family. */
const gray: MantineColorsTuple = [
  '#f7f9fa',
  '#eff3f4',
  '#e3e9eb',
  '#d0d9dc',
  '#b3bfc4',
  '#86959c',
  '#65757d',
  '#4b5a61',
  '#303c42',
  '#182125',
];

const dark: MantineColorsTuple = [
  '#d5dee1',
  '#b4c0c5',
  '#93a1a8',
  '#6c7a81',
  '#3f4c52',
  '#2f3a40',
  '#222c31',
  '#182024',
  '#12191c',
  '#0c1113',
];

const amber: MantineColorsTuple = [
  '#fff6e0',
  '#ffeac0',
  '#fed784',
  '#fbc14a',
  '#f4b740',
  '#d99a1c',
  '#b67a0a',
  '#8f5e05',
  '#6f4904',
  '#503402',
];

const OVERLAY = { backgroundOpacity: 0.4, blur: 1 } as const;
/** Inside of the page's landmark, where all content belongs. */
const IN_PAGE = { target: '#main' } as const;
const TRANSITION = { duration: 120, transition: 'pop' } as const;

/** Spacing, type, colours, radius and shadows of every page, once. */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 6, dark: 7 },
  colors: { petrol, gray, dark, amber },
  black: '#182125',
  autoContrast: true,
  luminanceThreshold: 0.32,
  cursorType: 'pointer',
  defaultRadius: 'md',
  focusRing: 'auto',
  respectReducedMotion: true,
  fontFamily: "'Inter Variable', ui-sans-serif, system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: rem(12), sm: rem(13.5), md: rem(15), lg: rem(17), xl: rem(20) },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.55', lg: '1.55', xl: '1.4' },
  radius: { xs: rem(3), sm: rem(5), md: rem(7), lg: rem(10), xl: rem(16) },
  spacing: { xs: rem(8), sm: rem(12), md: rem(16), lg: rem(24), xl: rem(32) },
  shadows: {
    xs: '0 1px 2px rgb(16 32 40 / 6%)',
    sm: '0 1px 2px rgb(16 32 40 / 6%), 0 2px 8px rgb(16 32 40 / 5%)',
    md: '0 2px 4px rgb(16 32 40 / 6%), 0 8px 24px rgb(16 32 40 / 9%)',
    lg: '0 4px 8px rgb(16 32 40 / 6%), 0 16px 40px rgb(16 32 40 / 12%)',
    xl: '0 8px 16px rgb(16 32 40 / 8%), 0 24px 64px rgb(16 32 40 / 18%)',
  },
  headings: {
    fontWeight: '640',
    sizes: {
      h1: { fontSize: rem(22), lineHeight: '1.3' },
      h2: { fontSize: rem(17), lineHeight: '1.35' },
      h3: { fontSize: rem(15), lineHeight: '1.4' },
      h4: { fontSize: rem(13.5), lineHeight: '1.45' },
    },
  },
  // As plain objects: naming the components themselves would load each of them with the first page.
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Badge: {
      defaultProps: { variant: 'light', radius: 'sm', size: 'md' },
      styles: { root: { textTransform: 'none', fontWeight: 560, letterSpacing: 0, minWidth: 'max-content' } },
    },
    Button: { styles: { root: { fontWeight: 560 } } },
    Card: {
      defaultProps: { withBorder: true, padding: 'lg', radius: 'lg', shadow: 'xs' },
      styles: { root: { background: 'var(--leadline-surface)', borderColor: 'var(--leadline-line)' } },
    },
    Drawer: { defaultProps: { overlayProps: OVERLAY } },
    Fieldset: {
      styles: {
        root: { margin: 0, paddingInline: 0 },
        legend: { padding: 0, fontSize: rem(13.5), fontWeight: 540 },
      },
    },
    InputWrapper: { styles: { label: { fontWeight: 540, marginBottom: rem(3) } } },
    Menu: {
      defaultProps: {
        shadow: 'md',
        transitionProps: TRANSITION,
        position: 'bottom-end',
        portalProps: IN_PAGE,
        // A menu holds items and nothing else (WAI-ARIA).
        withInitialFocusPlaceholder: false,
      },
    },
    Modal: {
      defaultProps: {
        centered: true,
        radius: 'lg',
        padding: 'lg',
        shadow: 'xl',
        transitionProps: TRANSITION,
        overlayProps: OVERLAY,
      },
      styles: { title: { fontWeight: 640, fontSize: rem(17), lineHeight: 1.3 } },
    },
    // A dialog's head is no banner of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    Paper: { defaultProps: { radius: 'lg' } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: TRANSITION, portalProps: IN_PAGE } },
    // It is the list itself that scrolls, so that the keys which walk it move it.
    Select: {
      defaultProps: { checkIconPosition: 'right', withScrollArea: false },
      styles: { options: { maxHeight: rem(240), overflowY: 'auto' } },
    },
    Skeleton: { defaultProps: { radius: 'sm' } },
    Table: { defaultProps: { verticalSpacing: rem(9), horizontalSpacing: rem(8) } },
    Tabs: { styles: { tab: { fontWeight: 540 } } },
    Textarea: { defaultProps: { autosize: true, minRows: 3, maxRows: 16 } },
    Tooltip: {
      defaultProps: { openDelay: 300, withArrow: true, arrowSize: 6, portalProps: IN_PAGE },
    },
  },
});

/** Colours that are used as text on a tint of themselves; Mantine's own are too pale for AA (WCAG 2.2, 1.4.3). */
const TINTED = ['petrol', 'gray', 'red', 'green', 'teal', 'blue', 'violet', 'orange', 'yellow', 'amber', 'grape'];

/** What the theme's palette cannot say: text that is legible on every surface, in both schemes. */
export const cssVariables: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#182125',
    '--mantine-color-dimmed': '#56666d',
    '--mantine-color-placeholder': '#65757d',
    '--mantine-color-error': '#c02626',
    '--mantine-color-anchor': 'var(--mantine-color-petrol-7)',
    '--mantine-color-default-border': '#d9e0e3',
    '--leadline-canvas': '#f5f8f8',
    '--leadline-surface': '#ffffff',
    '--leadline-hover': '#f1f6f6',
    '--leadline-line': '#e6ebed',
    ...Object.fromEntries(
      TINTED.flatMap((color) => [
        [`--mantine-color-${color}-light`, colors[color]?.[0] ?? ''],
        [`--mantine-color-${color}-light-hover`, colors[color]?.[1] ?? ''],
        [`--mantine-color-${color}-light-color`, darkest(color, colors[color])],
        [`--mantine-color-${color}-text`, darkest(color, colors[color])],
        [`--mantine-color-${color}-outline`, darkest(color, colors[color])],
      ]),
    ),
    '--mantine-color-gray-light': '#eff3f4',
    '--mantine-color-gray-light-color': '#4b5a61',
  },
  dark: {
    '--mantine-color-body': '#12191c',
    '--mantine-color-text': '#dfe7ea',
    '--mantine-color-dimmed': '#9dabb1',
    '--mantine-color-placeholder': '#8c9aa1',
    '--mantine-color-error': '#ff8f8f',
    '--mantine-color-anchor': 'var(--mantine-color-petrol-3)',
    '--mantine-color-default-border': '#35424a',
    '--leadline-canvas': '#0e1416',
    '--leadline-surface': '#151d20',
    '--leadline-hover': '#1b2529',
    '--leadline-line': '#273237',
    ...Object.fromEntries(
      TINTED.flatMap((color) => [
        [`--mantine-color-${color}-light`, `color-mix(in srgb, ${colors[color]?.[6] ?? ''} 22%, transparent)`],
        [`--mantine-color-${color}-light-hover`, `color-mix(in srgb, ${colors[color]?.[6] ?? ''} 32%, transparent)`],
        [`--mantine-color-${color}-light-color`, colors[color]?.[2] ?? ''],
        [`--mantine-color-${color}-text`, colors[color]?.[3] ?? ''],
        [`--mantine-color-${color}-outline`, colors[color]?.[3] ?? ''],
      ]),
    ),
    '--mantine-color-gray-light': '#253036',
    '--mantine-color-gray-light-color': '#c3ced2',
    '--mantine-color-gray-text': '#b4c0c5',
  },
});

/** Warm colours are bright even at their darkest: they need more than Mantine's last shade. */
function darkest(color: string, shades: MantineColorsTuple | undefined): string {
  switch (color) {
    case 'petrol':
      return shades?.[7] ?? '';
    case 'gray':
      return shades?.[7] ?? '';
    case 'orange':
      return '#9a3a05';
    case 'yellow':
      return '#7d4e00';
    case 'amber':
      return '#7a4f03';
    case 'red':
      return '#b02020';
    case 'green':
      return '#1f6f31';
    case 'teal':
      return '#066b4e';
    default:
      return shades?.[9] ?? '';
  }
}
