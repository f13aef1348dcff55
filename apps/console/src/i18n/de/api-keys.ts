export const apiKeys = {
  title: 'API-Schlüssel',
};
