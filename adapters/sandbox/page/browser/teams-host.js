/* The host settings of Teams: sizes in pixels, and colours by name, so that the style decides between light and dark. */

const colours = (/** @type {string} */ name) => ({
  default: `var(--teams-${name})`,
  subtle: `var(--teams-${name}-subtle, var(--teams-subtle))`,
});

const foregroundColors = {
  default: colours('ink'),
  dark: colours('ink'),
  light: colours('ink'),
  accent: colours('accent'),
  good: colours('good'),
  warning: colours('warning'),
  attention: colours('attention'),
};

const container = (/** @type {string} */ name) => ({
  backgroundColor: `var(--teams-${name})`,
  foregroundColors,
});

const text = { weight: 'bolder', size: 'default', color: 'default', isSubtle: false };

const font = {
  fontFamily: 'inherit',
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
};

export const HOST = {
  fontTypes: { default: font, monospace: { ...font, fontFamily: 'monospace' } },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 20, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--teams-line)' },
  containerStyles: {
    default: container('sheet'),
    emphasis: container('raised'),
    accent: container('accent-sheet'),
    good: container('good-sheet'),
    warning: container('warning-sheet'),
    attention: container('attention-sheet'),
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    allowTitleToWrap: false,
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { ...text, suffix: ' *', suffixColor: 'attention' },
      optionalInputs: text,
    },
    errorMessage: { ...text, color: 'attention' },
  },
  factSet: { title: { ...text, wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 16 },
  table: { cellSpacing: 8 },
  textStyles: { heading: { size: 'large', weight: 'bolder' }, columnHeader: { weight: 'bolder' } },
  textBlock: { headingLevel: 3 },
};
