export const signIn = {
  title: 'Sign in',
  welcome: 'Sign in to Leadline',
  tagline: 'Every lead, from arrival to close.',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  or: 'or',
  provider: 'Continue with {{name}}',
  providerFailed: 'The sign-in with your provider did not work. Try again, or ask your administrator.',
};
