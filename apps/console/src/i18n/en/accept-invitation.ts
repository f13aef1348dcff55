export const acceptInvitation = {
  title: 'Accept invitation',
};
