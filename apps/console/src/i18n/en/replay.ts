export const replay = {
  title: 'Replay',
};
