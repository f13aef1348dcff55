import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { leadSearch } from '../pages/lead/lead-search.js';
import { leadListSearch } from '../pages/leads/lead-list-search.js';
import { importSearch } from '../pages/leads-import/import-search.js';
import { NotFound } from './not-found.js';
import { PageFailed } from './page-failed.js';
import { Root, SignedIn } from './root.js';
import { signInSearch } from './search.js';

const rootRoute = createRootRoute({ component: Root, notFoundComponent: NotFound, errorComponent: PageFailed });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('../pages/sign-in/sign-in-page.js'), 'SignInPage'),
});

const acceptInvitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/accept-invitation',
  component: lazyRouteComponent(
    () => import('../pages/accept-invitation/accept-invitation-page.js'),
    'AcceptInvitationPage',
  ),
});

/** All that only those see who have signed in. */
const signedInRoute = createRoute({ getParentRoute: () => rootRoute, id: 'signed-in', component: SignedIn });

const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  beforeLoad: () => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- this is how the router is redirected
    throw redirect({ to: '/leads', replace: true });
  },
});

const leadsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/leads',
  validateSearch: leadListSearch,
  component: lazyRouteComponent(() => import('../pages/leads/leads-page.js'), 'LeadsPage'),
});

const newLeadRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/leads/new',
  component: lazyRouteComponent(() => import('../pages/new-lead/new-lead-page.js'), 'NewLeadPage'),
});

const leadsImportRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/leads/import',
  validateSearch: importSearch,
  component: lazyRouteComponent(() => import('../pages/leads-import/leads-import-page.js'), 'LeadsImportPage'),
});

const leadRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/leads/$id',
  validateSearch: leadSearch,
  component: lazyRouteComponent(() => import('../pages/lead/lead-page.js'), 'LeadPage'),
});

const usersRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/users',
  component: lazyRouteComponent(() => import('../pages/users/users-page.js'), 'UsersPage'),
});

const teamsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/teams',
  component: lazyRouteComponent(() => import('../pages/teams/teams-page.js'), 'TeamsPage'),
});

const apiKeysRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/api-keys',
  component: lazyRouteComponent(() => import('../pages/api-keys/api-keys-page.js'), 'ApiKeysPage'),
});

const operationsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/operations',
  component: lazyRouteComponent(() => import('../pages/operations/operations-page.js'), 'OperationsPage'),
});

const profileRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/profile',
  component: lazyRouteComponent(() => import('../pages/profile/profile-page.js'), 'ProfilePage'),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signInRoute,
    acceptInvitationRoute,
    signedInRoute.addChildren([
      homeRoute,
      leadsRoute,
      newLeadRoute,
      leadsImportRoute,
      leadRoute,
      usersRoute,
      teamsRoute,
      apiKeysRoute,
      operationsRoute,
      profileRoute,
    ]),
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: PageFailed,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
