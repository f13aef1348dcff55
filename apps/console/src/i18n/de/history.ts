export const history = {
  title: 'Historie',
};
