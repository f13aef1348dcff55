export const acceptInvitation = {
  title: 'Einladung annehmen',
};
