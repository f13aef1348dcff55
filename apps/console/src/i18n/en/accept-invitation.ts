export const acceptInvitation = {
  title: 'Welcome to Leadline',
  text: 'Set a password, and you can begin. At least 10 characters; a sentence is easy to remember and hard to guess.',
  password: 'Password',
  repeat: 'Password once more',
  differs: 'The two are not the same',
  submit: 'Set password',
  missing: 'This link is not complete. Copy the whole of it, or ask for a new invitation.',
  done: 'Your password is set. Sign in with it now.',
  toSignIn: 'To the sign-in',
};
