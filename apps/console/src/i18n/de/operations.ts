export const operations = {
  title: 'Betrieb',
};
