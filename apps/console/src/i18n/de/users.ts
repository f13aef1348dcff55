export const users = {
  title: 'Benutzer',
};
