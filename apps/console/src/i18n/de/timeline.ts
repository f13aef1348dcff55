export const timeline = {
  title: 'Verlauf',
};
