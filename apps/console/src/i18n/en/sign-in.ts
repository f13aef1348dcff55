export const signIn = {
  title: 'Sign in',
  welcome: 'Sign in to Leadline',
  tagline: 'Every lead, from arrival to close.',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  or: 'or',
  provider: 'Continue with {{name}}',
  failures: {
    'oidc-unknown-user': 'There is no active user for this account here. Ask your administrator for an invitation.',
    'oidc-email-unverified': 'Your provider has not confirmed your e-mail address. Confirm it there first.',
    'oidc-other-account': 'Your user here belongs to another account of the provider. Ask your administrator.',
    'oidc-unavailable': 'Your provider cannot be reached at the moment. Try again in a moment.',
    'oidc-refused': 'The provider did not let you in.',
    'oidc-failed': 'The sign-in with your provider did not work. Try again, or ask your administrator.',
  },
};
