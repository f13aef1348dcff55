export const replay = {
  title: 'Wiedergabe',
};
